import type { IndicatorView } from '@xishan/portal-contract'

/** Where the marks of an indicator's bullet stand, in percent of the axis from its left end. */
export interface Bullet {
  /** Where the way began: the base, or zero for what is newly made since the plan began. */
  start: number
  now: number | null
  path: number
  target: number
  /** The value at the left end, named where it is not the start. */
  low: number
  startsAtLow: boolean
}

export type Measured = Pick<IndicatorView, 'course' | 'start' | 'target' | 'pathNow' | 'reading'>

export const valueNow = ({ reading }: Pick<IndicatorView, 'reading'>): number | null => (reading.kind === 'NONE' ? null : reading.value)

/** What is held at 100 is looked at closely: the axis begins at 90, or at the ten below a lower value. */
const CLOSE_LOOK = 10

/** The axis runs from the start (or a lower value) to the target (or a higher value). */
export function bulletOf(indicator: Measured): Bullet {
  const value = valueNow(indicator)
  const known = [indicator.start, indicator.target, indicator.pathNow, ...(value === null ? [] : [value])]
  const high = Math.max(...known)
  const lowest = Math.min(...known)
  const low = indicator.course === 'holding' ? Math.floor(Math.min(lowest, high - CLOSE_LOOK) / CLOSE_LOOK) * CLOSE_LOOK : lowest
  const place = (at: number) => (high === low ? 100 : Math.round(((at - low) / (high - low)) * 1000) / 10)
  return {
    start: place(indicator.start),
    now: value === null ? null : place(value),
    path: place(indicator.pathNow),
    target: place(indicator.target),
    low,
    startsAtLow: low === indicator.start,
  }
}
