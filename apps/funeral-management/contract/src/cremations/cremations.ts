import type { ContractPart } from '@xishan/domain'

export const cremations = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
