import vue from '@vitejs/plugin-vue'
import type { Plugin, Rolldown, UserConfigFnObject } from 'vite'
import { elementPlusComponents } from './element-plus-components.ts'
import { importMap } from './import-map.ts'
import { permissionsForMenu } from './permissions-for-menu.ts'
import { reachedFrom } from './reached-chunks.ts'
import { SHARED, toServices } from './shared.ts'
import { sharedModules } from './shared-modules.ts'

export interface RemoteOptions {
  /** The line's name in addresses: `/apps/<line>/`, `/api/<line>/`. */
  line: string
  /** Port of its development server; the shell's `modules.json` knows it too. */
  devPort: number
}

/** What the shell needs to load a frontend: addresses relative to `remote.json`. */
interface RemoteManifest {
  entry: string
  css: string[]
  preload: string[]
}

function manifestOf(bundle: Rolldown.OutputBundle): RemoteManifest {
  const chunks = Object.values(bundle).filter((output): output is Rolldown.OutputChunk => output.type === 'chunk')
  const entry = chunks.find(({ isEntry, name }) => isEntry && name === 'remote')
  if (!entry) throw new Error('src/remote.ts is not among the entries')
  const reached = [...reachedFrom([entry], chunks)]
  return {
    entry: entry.fileName,
    css: [...new Set(reached.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))],
    preload: reached.filter((chunk) => chunk !== entry).map((chunk) => chunk.fileName),
  }
}

const remoteManifest: Plugin = {
  name: 'xishan:remote-manifest',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      this.emitFile({ type: 'asset', fileName: 'remote.json', source: JSON.stringify(manifestOf(bundle)) })
    },
  },
}

/** A line's frontend: `remote.ts` for the portal, `index.html` for standing alone; one build serves both. */
export function remoteBuild({ line, devPort }: RemoteOptions): UserConfigFnObject {
  return () => ({
    base: `/apps/${line}/`,
    plugins: [permissionsForMenu(line), sharedModules({ servesOwn: false }), vue(), elementPlusComponents(), importMap(), remoteManifest],
    optimizeDeps: { exclude: [...SHARED] },
    server: {
      port: devPort,
      strictPort: true,
      origin: `http://localhost:${devPort}`,
      cors: true,
      proxy: { '/api': toServices },
    },
    build: {
      target: 'es2023',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: { remote: 'src/remote.ts', index: 'index.html' },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'assets/[name]-[hash].js' },
      },
    },
  })
}
