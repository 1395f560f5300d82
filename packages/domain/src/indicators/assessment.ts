import { z } from 'zod'
import { PLAN, PLAN_YEARS, type Indicator, type PlanYear } from './indicator'

/** Where an indicator stands against the path (specification G1): green, yellow, red, or without a number. */
export const IndicatorStatus = z.enum(['ON_PATH', 'SLIGHTLY_BEHIND', 'BEHIND', 'NOT_APPLICABLE', 'NOT_REPORTED'])
export type IndicatorStatus = z.infer<typeof IndicatorStatus>

export const STATUS_LIGHTS = {
  ON_PATH: 'green',
  SLIGHTLY_BEHIND: 'yellow',
  BEHIND: 'red',
  NOT_APPLICABLE: 'none',
  NOT_REPORTED: 'none',
} as const satisfies Record<IndicatorStatus, string>

/** A number; or that there is none because nothing is due (a rate of nothing); or that nobody has reported one. */
export type IndicatorReading = number | 'NOT_APPLICABLE' | 'NOT_REPORTED'

export interface IndicatorAssessment {
  status: IndicatorStatus
  /** What the path asks for. */
  planned: number
  /** Share of the way from base to target, 1 when there; null where the two are equal or there is no number. */
  score: number | null
  /** The plan is over: `planned` is its target, and the reading should be the one of its last day. */
  final: boolean
}

/** A reading this close below the path is yellow: the share of the planned increment. */
const NEARLY = 0.9
/** Percentages and counts carry at most four decimals. */
const TOLERANCE = 1e-6

export const planHasEnded = (on: string): boolean => on > PLAN.endsOn

/** The year of the path that counts on a date: the first before the plan, the last after it. */
export function planYearOn(on: string): PlanYear {
  const year = Number(on.slice(0, 4))
  return PLAN_YEARS.find((planYear) => planYear >= year) ?? PLAN.targetYear
}

/** This year's value of the path; after the plan's end its target. */
export const plannedOn = (indicator: Indicator, on: string): number =>
  planHasEnded(on) ? indicator.target : indicator.path[planYearOn(on)]

/** The indicator with a target that a ruling has put in place of the table's; the path keeps its shape. */
export function withTarget(indicator: Indicator, target: number): Indicator {
  const { start, path } = indicator
  const stretch = indicator.target === start ? 0 : (target - start) / (indicator.target - start)
  const redrawn = (value: number) => (indicator.course === 'holding' ? target : Math.round((start + (value - start) * stretch) * 100) / 100)
  return {
    ...indicator,
    target,
    path: { 2021: redrawn(path[2021]), 2022: redrawn(path[2022]), 2023: redrawn(path[2023]), 2024: redrawn(path[2024]), 2025: redrawn(path[2025]) },
  }
}

/** Compares a reading with the path on a business date. */
export function assessIndicator(indicator: Indicator, reading: IndicatorReading, on: string): IndicatorAssessment {
  const planned = plannedOn(indicator, on)
  const final = planHasEnded(on)
  if (typeof reading !== 'number') return { status: reading, planned, score: null, final }
  return { status: statusOf(indicator, reading, planned), planned, score: scoreOf(indicator, reading), final }
}

function statusOf({ course, start, target }: Indicator, value: number, planned: number): IndicatorStatus {
  if (course === 'holding') return value >= target - TOLERANCE ? 'ON_PATH' : 'BEHIND'
  if (value >= planned - TOLERANCE) return 'ON_PATH'
  return value >= start + (planned - start) * NEARLY - TOLERANCE ? 'SLIGHTLY_BEHIND' : 'BEHIND'
}

function scoreOf({ start, target }: Indicator, value: number): number | null {
  return target === start ? null : Math.round(((value - start) / (target - start)) * 10_000) / 10_000
}

const URGENCY: readonly IndicatorStatus[] = ['BEHIND', 'SLIGHTLY_BEHIND', 'NOT_REPORTED', 'NOT_APPLICABLE', 'ON_PATH']

/** Order of the plan page: lagging ones first, binding before expected, then the plan's own order. */
export function byUrgency(a: { indicator: Indicator; status: IndicatorStatus }, b: { indicator: Indicator; status: IndicatorStatus }): number {
  const bindingFirst = Number(b.indicator.attribute === '约束性') - Number(a.indicator.attribute === '约束性')
  return URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status) || bindingFirst || a.indicator.number - b.indicator.number
}
