import type { ContractPart } from '@xishan/domain'

export const payables = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
