import type { ContractPart } from '@xishan/domain'

export const facilities = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
