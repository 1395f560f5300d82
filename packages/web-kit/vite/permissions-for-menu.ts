import { runnerImport, type Plugin } from 'vite'

const OWN_ID = '\0xishan:permissions'
const isContract = (value: unknown): value is { contract: { permissions: Record<string, readonly string[]> } } =>
  typeof value === 'object' && value !== null && 'contract' in value && typeof value.contract === 'object' && value.contract !== null && 'permissions' in value.contract

/**
 * For `src/remote.ts`, which the portal loads at sign-in for its menu, the line's contract is its permissions alone; the shapes of
 * its endpoints come with the first page that needs them.
 */
export function permissionsForMenu(line: string): Plugin {
  const contract = `@xishan/${line}-contract`
  return {
    name: 'xishan:permissions-for-menu',
    enforce: 'pre',
    resolveId: (id, importer) => (id === contract && importer?.endsWith('/src/remote.ts') ? OWN_ID : null),
    async load(id) {
      if (id !== OWN_ID) return null
      const { module } = await runnerImport<unknown>(contract, { root: process.cwd() })
      if (!isContract(module)) throw new Error(`${contract} exports no contract with permissions`)
      return `export const contract = ${JSON.stringify({ permissions: module.contract.permissions })}`
    },
  }
}
