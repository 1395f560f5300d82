import { z } from 'zod'

/** The plan whose indicators and projects these are. */
export const PLAN = {
  title: '西山区“十四五”民政事业发展规划（2021-2025年）',
  baseYear: 2020,
  targetYear: 2025,
  startsOn: '2021-01-01',
  endsOn: '2025-12-31',
} as const

export const PLAN_YEARS = [2021, 2022, 2023, 2024, 2025] as const
export type PlanYear = (typeof PLAN_YEARS)[number]

export const IndicatorAttribute = z.enum(['约束性', '预期性'])
export type IndicatorAttribute = z.infer<typeof IndicatorAttribute>

export const REPORTING_LABELS = { monthly: '每月', quarterly: '每季度', yearly: '每年' } as const

/**
 * An indicator of the plan. Name, category, unit, base, target and attribute are the plan's own words and figures; path,
 * frequency, responsible section and formula are assumptions until the bureau confirms them.
 */
export interface Indicator {
  number: number
  category: string
  name: string
  unit: '%' | '万元' | '个' | '人'
  base: number
  target: number
  attribute: IndicatorAttribute
  /** Holding: 100 at all times, and behind as soon as it is less. Growing: from its start to its target. All are better when higher. */
  course: 'holding' | 'growing'
  /** Where growth is counted from: the base, or zero for what is newly made since the plan began. */
  start: number
  path: Record<PlanYear, number>
  frequency: keyof typeof REPORTING_LABELS
  section: string
  /** The line whose records it is counted from. */
  line: string
  formula: string
  /** What was chosen where the plan is silent. */
  note: string
}

export const isBinding = (indicator: Pick<Indicator, 'attribute'>): boolean => indicator.attribute === '约束性'
