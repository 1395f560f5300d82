import vue from '@vitejs/plugin-vue'
import { createReadStream, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin, UserConfigFnObject } from 'vite'
import { elementPlusComponents } from './element-plus-components.ts'
import { importMap } from './import-map.ts'
import { KIT, SHARED, SHELL_PORT, toServices, VENDOR_DEVELOPMENT } from './shared.ts'
import { sharedModules } from './shared-modules.ts'

export interface ShellOptions {
  /** Development ports of the frontends by line; one that is not running is taken from the host as it was built. */
  devPorts: Record<string, number>
}

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' }

async function isUp(port: number): Promise<boolean> {
  try {
    await fetch(`http://localhost:${port}/@vite/client`, { method: 'HEAD', signal: AbortSignal.timeout(500) })
    return true
  } catch {
    return false
  }
}

/** Serves the development vendor build, and tells the shell which frontends run on a development server. */
const developmentServer = ({ devPorts }: ShellOptions): Plugin => ({
  name: 'xishan:shell-development',
  configureServer({ middlewares }) {
    middlewares.use('/vendor', (request, response, next) => {
      const file = join(VENDOR_DEVELOPMENT, basename((request.url ?? '').split('?')[0] ?? ''))
      if (!existsSync(file)) return next()
      response.setHeader('content-type', TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      response.setHeader('access-control-allow-origin', '*')
      createReadStream(file).pipe(response)
    })
    middlewares.use('/development-modules.json', (_, response) => {
      const answers = Object.entries(devPorts).map(async ([line, port]) => [line, (await isUp(port)) ? `http://localhost:${port}` : ''])
      void Promise.all(answers).then((pairs) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(Object.fromEntries(pairs.filter(([, origin]) => origin !== ''))))
      })
    })
  },
})

/** The portal: the page that holds the import map and loads the frontends. */
export function shellBuild(options: ShellOptions): UserConfigFnObject {
  return () => ({
    base: '/',
    plugins: [sharedModules({ servesOwn: true }), vue(), elementPlusComponents(), importMap(), developmentServer(options)],
    optimizeDeps: { exclude: [...SHARED] },
    server: {
      port: SHELL_PORT,
      strictPort: true,
      cors: true,
      fs: { allow: [join(KIT, '../..')] },
      proxy: { '/api': toServices, '/apps': toServices, '/public': toServices },
    },
    build: { target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false },
  })
}
