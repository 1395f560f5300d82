import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Loaded once by the page and used by the shell and every frontend: the import map names them. */
export const SHARED = ['vue', 'vue-router', 'pinia', 'element-plus', 'zod', '@xishan/domain', '@xishan/web-kit'] as const
/** Our own part of it: in development it comes from source, so that it updates in place. */
export const OWN_SHARED = ['@xishan/domain', '@xishan/web-kit'] as const

export const isShared = (id: string): boolean => SHARED.some((name) => name === id)

export const KIT = dirname(dirname(fileURLToPath(import.meta.url)))
export const VENDOR = join(KIT, 'dist/vendor')
export const VENDOR_DEVELOPMENT = join(KIT, 'dist/vendor-development')

/** Where the shell's development server listens; frontends find the shared modules there. */
export const SHELL_PORT = 5170
export const SHELL_ORIGIN = `http://localhost:${SHELL_PORT}`
/** The host of the services, which the development servers pass `/api` on to. */
const SERVICES_ORIGIN = `http://localhost:${process.env.PORT ?? '8080'}`

/** The services accept state-changing requests from their own pages only; in development the page's origin is a Vite server's. */
export const toServices = { target: SERVICES_ORIGIN, changeOrigin: true, headers: { origin: SERVICES_ORIGIN } }

export const vendorName = (id: string): string => id.replace('@xishan/', '')
export const sourceOf = (id: string): string => join(KIT, '..', vendorName(id), 'src/index.ts')
