import type { HouseholdQuery } from '@xishan/social-assistance-contract'
import type { z } from 'zod'

type InPay = z.input<typeof HouseholdQuery>['inPay']

/** The first question put to the list of families: whether they are in pay. */
export const STANDINGS = {
  all: { title: '全部', inPay: undefined },
  inPay: { title: '在保', inPay: 'true' },
  notInPay: { title: '未在保', inPay: 'false' },
} as const satisfies Record<string, { title: string; inPay: InPay }>
export type Standing = keyof typeof STANDINGS

export const isStanding = (name: unknown): name is Standing => typeof name === 'string' && name in STANDINGS

export function standingOf(inPay: InPay): Standing {
  if (inPay === undefined) return 'all'
  return inPay === 'true' ? 'inPay' : 'notInPay'
}
