import type { ContractPart } from '@xishan/domain'

export const mourningPlaces = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
