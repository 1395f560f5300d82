import type { ContractPart } from '@xishan/domain'

export const deathLists = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
