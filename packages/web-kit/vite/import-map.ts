import { createHash } from 'node:crypto'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { OWN_SHARED, SHARED, SHELL_ORIGIN, sourceOf, VENDOR, VENDOR_DEVELOPMENT } from './shared.ts'
import { readVendorManifest, type VendorManifest } from './vendor-manifest.ts'

const tagsOf = ({ preload, css }: VendorManifest, map: string): HtmlTagDescriptor[] => [
  { tag: 'script', attrs: { type: 'importmap' }, children: map, injectTo: 'head-prepend' },
  ...css.map((href): HtmlTagDescriptor => ({ tag: 'link', attrs: { rel: 'stylesheet', href }, injectTo: 'head-prepend' })),
  ...preload.map((href): HtmlTagDescriptor => ({ tag: 'link', attrs: { rel: 'modulepreload', href }, injectTo: 'head' })),
]

/**
 * Puts the import map, the shared styles and preloads into index.html, and writes `csp.json` with the hash that a strict
 * `script-src 'self'` needs for the inline map.
 */
export function importMap(): Plugin {
  let map = ''
  let isBuild = false
  return {
    name: 'xishan:import-map',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    transformIndexHtml: {
      order: 'post',
      handler() {
        const manifest = isBuild ? readVendorManifest(VENDOR) : developmentManifest()
        map = JSON.stringify({ imports: manifest.imports })
        return tagsOf(manifest, map)
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        const hash = createHash('sha256').update(map).digest('base64')
        this.emitFile({ type: 'asset', fileName: 'csp.json', source: JSON.stringify({ script: [`'sha256-${hash}'`] }) })
      },
    },
  }
}

/** In development our own packages come from source through the shell's server, the others from the development vendor build. */
export function developmentManifest(): VendorManifest {
  const built = readVendorManifest(VENDOR_DEVELOPMENT)
  const own = OWN_SHARED.map((id) => [id, `${SHELL_ORIGIN}/@fs${sourceOf(id)}`])
  const others = SHARED.filter((id) => !OWN_SHARED.some((name) => name === id)).map((id) => [id, SHELL_ORIGIN + built.imports[id]])
  return { imports: Object.fromEntries([...others, ...own]), preload: [], css: built.css.map((name) => SHELL_ORIGIN + name) }
}
