import type { ContractPart } from '@xishan/domain'

export const ecoAwards = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
