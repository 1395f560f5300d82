import type { ContractPart } from '@xishan/domain'

export const archives = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
