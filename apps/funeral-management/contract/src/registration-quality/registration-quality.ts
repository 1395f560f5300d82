import type { ContractPart } from '@xishan/domain'

export const registrationQuality = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
