import type { ContractPart } from '@xishan/domain'

export const disbursements = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
