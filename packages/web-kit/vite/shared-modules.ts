import type { Plugin } from 'vite'
import { developmentManifest } from './import-map.ts'
import { isShared, OWN_SHARED } from './shared.ts'

const isOwn = (id: string): boolean => OWN_SHARED.some((name) => name === id)

/**
 * Leaves shared modules to the import map. A development server would otherwise bundle its own copies, so there it answers
 * the absolute address of the one copy; the shell serves our own packages from source and must keep them.
 */
export function sharedModules({ servesOwn }: { servesOwn: boolean }): Plugin {
  let imports: Record<string, string> = {}
  let isBuild = false
  return {
    name: 'xishan:shared-modules',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build'
      if (!isBuild) imports = developmentManifest().imports
    },
    resolveId(id) {
      if (!isShared(id)) return null
      if (isBuild) return { id, external: true }
      return servesOwn && isOwn(id) ? null : { id: imports[id] ?? id, external: true }
    },
  }
}
