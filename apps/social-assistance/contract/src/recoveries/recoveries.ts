import type { ContractPart } from '@xishan/domain'

export const recoveries = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
