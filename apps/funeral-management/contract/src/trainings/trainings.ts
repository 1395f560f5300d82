import type { ContractPart } from '@xishan/domain'

export const trainings = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
