import type { ContractPart } from '@xishan/domain'

export const rosterImports = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
