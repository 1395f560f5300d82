import type { ContractPart } from '@xishan/domain'

export const dispositions = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
