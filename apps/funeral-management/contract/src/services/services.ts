import type { ContractPart } from '@xishan/domain'

export const services = {
  permissions: {},
  problems: {},
  routes: {},
} as const satisfies ContractPart
