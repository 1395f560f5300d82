import type { ApplicationQuery } from '@xishan/social-assistance-contract'
import type { z } from 'zod'

type Filters = Partial<z.input<typeof ApplicationQuery>>

/** The first question put to the list: what waits for me, what is under way, what is done. */
export const CIRCLES = {
  mine: { title: '待我办理', filters: { mine: 'true', open: undefined } },
  open: { title: '在办', filters: { mine: undefined, open: 'true' } },
  decided: { title: '已办结', filters: { mine: undefined, open: 'false' } },
  all: { title: '全部', filters: { mine: undefined, open: undefined } },
} as const satisfies Record<string, { title: string; filters: Filters }>
export type Circle = keyof typeof CIRCLES

export const isCircle = (name: unknown): name is Circle => typeof name === 'string' && name in CIRCLES

export function circleOf({ mine, open }: Filters): Circle {
  if (mine === 'true') return 'mine'
  if (open === 'true') return 'open'
  return open === 'false' ? 'decided' : 'all'
}
