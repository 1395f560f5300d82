import type { ContractPart } from '@xishan/domain'

export const deaths = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
