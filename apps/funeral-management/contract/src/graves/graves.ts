import type { ContractPart } from '@xishan/domain'

export const graves = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
