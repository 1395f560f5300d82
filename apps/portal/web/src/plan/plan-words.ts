import type { IndicatorStatus } from '@xishan/domain'
import { FINAL_STATUS_WORDS, STATUS_WORDS, type IndicatorView, type LineTrouble, type Plan } from '@xishan/portal-contract'
import { ageInWords } from './figures'

/** The order in which a reader is shown standings: what needs attention first. */
export const STATUS_ORDER: readonly IndicatorStatus[] = ['BEHIND', 'SLIGHTLY_BEHIND', 'NOT_REPORTED', 'NOT_APPLICABLE', 'ON_PATH']

export const statusWords = (status: IndicatorStatus, ended: boolean): string => (ended ? FINAL_STATUS_WORDS : STATUS_WORDS)[status]

/** Where the shown number comes from, in the words of the plan page. */
export function sourceWords({ reading }: Pick<IndicatorView, 'reading'>): string {
  if (reading.kind === 'COMPUTED') return '系统计算'
  return reading.kind === 'ENTERED' ? '填报·已复核' : '尚未填报'
}

export interface Figure {
  label: string
  value: number | null
  isNow?: boolean
}

/** Base → this year's path → now → target; once the plan is over there is no path any more, only what was reached. */
export function figuresOf(indicator: Pick<IndicatorView, 'base' | 'pathNow' | 'pathYear' | 'target' | 'reading'>, plan: Pick<Plan, 'baseYear' | 'targetYear' | 'ended'>): Figure[] {
  const now: Figure = { label: plan.ended ? '期末' : '当前', value: indicator.reading.kind === 'NONE' ? null : indicator.reading.value, isNow: true }
  const base: Figure = { label: `${plan.baseYear} 基数`, value: indicator.base }
  const target: Figure = { label: `${plan.targetYear} 目标`, value: indicator.target }
  return plan.ended ? [base, now, target] : [base, { label: `${indicator.pathYear} 序时`, value: indicator.pathNow }, now, target]
}

/** What is said where a number is not today's: short, with its age. */
export function staleWords({ reading }: Pick<IndicatorView, 'reading'>, now: number): string | null {
  return reading.kind === 'COMPUTED' && reading.stale !== null ? `显示 ${ageInWords(reading.collectedAt, now)}的数据` : null
}

/** A line that does not answer, and how old the numbers are that stand in for it. */
export function troubleWords(trouble: LineTrouble, indicators: readonly IndicatorView[], now: number): string {
  const collected = indicators.flatMap(({ line, reading }) => (line === trouble.line && reading.kind === 'COMPUTED' ? [reading.collectedAt] : []))
  const newest = collected.toSorted().at(-1)
  const reason = trouble.sentence.replace(/。$/, '')
  return newest === undefined ? `${reason}，相关指标暂无数据可显示。` : `${reason}，显示 ${ageInWords(newest, now)}的数据。`
}

export interface Category {
  name: string
  indicators: IndicatorView[]
}

/** By the plan's categories; the list comes with lagging ones first, so categories and their rows keep that order. */
export function byCategory(indicators: readonly IndicatorView[], status: IndicatorStatus | null): Category[] {
  const categories = new Map<string, IndicatorView[]>()
  for (const indicator of indicators) if (status === null || indicator.status === status) categories.set(indicator.category, [...(categories.get(indicator.category) ?? []), indicator])
  return [...categories].map(([name, found]) => ({ name, indicators: found }))
}

export const isLagging = ({ status }: Pick<IndicatorView, 'status'>): boolean => status === 'BEHIND' || status === 'SLIGHTLY_BEHIND'
