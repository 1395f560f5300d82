import type { ContractPart } from '@xishan/domain'

export const adoptions = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
