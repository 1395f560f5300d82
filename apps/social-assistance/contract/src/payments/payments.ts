import type { ContractPart } from '@xishan/domain'

export const payments = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
