import vue from '@vitejs/plugin-vue'
import { join } from 'node:path'
import type { Plugin, Rolldown, UserConfig } from 'vite'
import { elementPlusComponents } from './element-plus-components.ts'
import { reachedFrom } from './reached-chunks.ts'
import { isShared, KIT, SHARED, VENDOR, VENDOR_DEVELOPMENT, vendorName } from './shared.ts'
import type { VendorManifest } from './vendor-manifest.ts'

const entryOf = (id: string): string => join(KIT, 'vendor', `${vendorName(id)}.ts`)

/** Each shared module is whole in its own file and imports the others by name, so that there is one copy of each. */
const apart: Plugin = {
  name: 'xishan:vendor-apart',
  enforce: 'pre',
  resolveId: (id, importer) => (isShared(id) && !importer?.startsWith(join(KIT, 'vendor', vendorName(id))) ? { id, external: true } : null),
}

/** `vendor.json` tells the builds of the frontends what the import map says, which files it draws in and which styles belong to it. */
const manifest: Plugin = {
  name: 'xishan:vendor-manifest',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((output): output is Rolldown.OutputChunk => output.type === 'chunk')
      const entries = chunks.filter(({ isEntry }) => isEntry)
      const address = (fileName: string) => `/vendor/${fileName}`
      const fileOf = (id: string) => entries.find(({ name }) => name === vendorName(id))?.fileName ?? ''
      const content: VendorManifest = {
        imports: Object.fromEntries(SHARED.map((id) => [id, address(fileOf(id))])),
        preload: [...reachedFrom(entries, chunks)].map(({ fileName }) => address(fileName)),
        css: Object.keys(bundle).filter((name) => name.endsWith('.css')).map(address),
      }
      this.emitFile({ type: 'asset', fileName: 'vendor.json', source: JSON.stringify(content, null, 2) })
    },
  },
}

/** The shared modules as files for `/vendor/`: hashed for production, plainly named with Vue's development build for `pnpm dev`. */
export function vendorBuild({ mode }: { mode: string }): UserConfig {
  const development = mode === 'development'
  return {
    root: KIT,
    base: '/vendor/',
    publicDir: false,
    plugins: [apart, vue(), elementPlusComponents(), manifest],
    define: {
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: String(development),
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      'process.env.NODE_ENV': JSON.stringify(development ? 'development' : 'production'),
    },
    build: {
      outDir: development ? VENDOR_DEVELOPMENT : VENDOR,
      emptyOutDir: true,
      target: 'es2023',
      minify: !development,
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(SHARED.map((id) => [vendorName(id), entryOf(id)])),
        preserveEntrySignatures: 'strict',
        output: {
          // What several parts of Element Plus share would else be a dozen crumbs, each a request. @vue/shared stays apart, because
          // vue must not import from Element Plus.
          codeSplitting: {
            groups: [
              { name: 'vue-shared', test: /node_modules\/@vue\/shared\//, priority: 1 },
              { name: 'element-plus-core', test: /node_modules\/(element-plus|lodash|@vueuse|@sxzz|@floating-ui|@ctrl|@element-plus)/, minShareCount: 2 },
            ],
          },
          entryFileNames: development ? '[name].js' : '[name]-[hash].js',
          chunkFileNames: development ? '[name].js' : '[name]-[hash].js',
          assetFileNames: development ? '[name][extname]' : '[name]-[hash][extname]',
        },
      },
    },
  }
}
