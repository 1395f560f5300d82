import type { ContractPart } from '@xishan/domain'

export const benefitChanges = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
