import { assessIndicator, plannedOn, planHasEnded, planYearOn, PLAN, PLAN_YEARS, REPORTING_LABELS, withTarget, type Indicator, type IndicatorReading } from '@xishan/domain'
import { FINAL_STATUS_WORDS, lineTitle, STATUS_WORDS, type IndicatorView, type Reading } from '@xishan/portal-contract'
import type { Contact } from '../collection/freshness'
import { failureSentence } from '../lines/line-answer'
import type { EntryFact, PointFact, SnapshotFact } from './facts'

/** Everything known about one indicator on a business date. */
export interface Known {
  businessDate: string
  /** The day the lines are asked for: today, or the plan's last day. */
  planDay: string
  snapshot?: SnapshotFact | undefined
  entry?: EntryFact | undefined
  contact?: Contact | undefined
  points: readonly PointFact[]
}

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** One row of the plan page. Rules: a computed value before an entered one, no value before an invented one. */
export function indicatorView(inTable: Indicator, known: Known): IndicatorView {
  const effect = rulingEffect(inTable.number, known.points)
  const indicator = effect === null ? inTable : withTarget(inTable, effect)
  const reading = readingOf(indicator, known)
  const assessed = assessIndicator(indicator, measured(reading), known.businessDate)
  const ended = planHasEnded(known.businessDate)
  return {
    number: indicator.number,
    name: indicator.name,
    category: indicator.category,
    unit: indicator.unit,
    attribute: indicator.attribute,
    frequency: REPORTING_LABELS[indicator.frequency],
    section: indicator.section,
    source: sourceOf(indicator, known),
    line: known.snapshot?.line ?? null,
    course: indicator.course,
    base: indicator.base,
    start: indicator.start,
    target: indicator.target,
    targetInTable: effect === null || effect === inTable.target ? null : inTable.target,
    path: PLAN_YEARS.map((year) => ({ year, value: indicator.path[year] })),
    pathYear: planYearOn(known.businessDate),
    pathNow: plannedOn(indicator, known.businessDate),
    reading,
    status: assessed.status,
    statusWords: (ended ? FINAL_STATUS_WORDS : STATUS_WORDS)[assessed.status],
    score: assessed.score,
    final: ended && reading.kind !== 'NONE' && reading.dataAsOf === PLAN.endsOn,
    openPoints: known.points.filter((point) => !point.ruled && point.indicators.includes(indicator.number)).length,
  }
}

function rulingEffect(number: number, points: readonly PointFact[]): number | null {
  return points.find((point) => point.option?.effect?.indicator === number)?.option?.effect?.target ?? null
}

function measured(reading: Reading): IndicatorReading {
  if (reading.kind === 'NONE') return 'NOT_REPORTED'
  return reading.value ?? 'NOT_APPLICABLE'
}

function readingOf(indicator: Indicator, known: Known): Reading {
  const { snapshot, entry, businessDate } = known
  if (snapshot)
    return {
      kind: 'COMPUTED',
      value: snapshot.value,
      dataAsOf: snapshot.cutOff,
      collectedAt: snapshot.collectedAt.toISOString(),
      ageDays: Math.max(daysFrom(snapshot.cutOff, businessDate), 0),
      stale: staleness(known, snapshot),
      components: snapshot.components,
      complete: snapshot.complete,
      note: snapshot.note,
    }
  if (entry) return { kind: 'ENTERED', ...withoutIndicator(entry), ageDays: daysFrom(entry.dataAsOf, businessDate) }
  return { kind: 'NONE', note: nothingReported(indicator, known) }
}

function withoutIndicator({ indicator: _, id, ...entry }: EntryFact): Omit<EntryFact, 'indicator' | 'id'> & { entryId: string } {
  return { ...entry, entryId: id }
}

/** Why the number is not today's. */
function staleness({ contact, planDay }: Known, snapshot: SnapshotFact): string | null {
  if (snapshot.asOf === planDay && !contact?.failure) return null
  const reason = contact?.failure ? failureSentence(snapshot.line, contact.failure) : `${lineTitle(snapshot.line)}尚未给出 ${planDay} 的数值。`
  return `${reason}显示的是数据截止 ${snapshot.cutOff} 的最近一次数值。`
}

function nothingReported(indicator: Indicator, { contact }: Known): string {
  if (contact?.failure) return `尚无数据：${failureSentence(contact.line, contact.failure)}`
  return `尚无数据：${indicator.section}还没有填报经复核的数值。`
}

function sourceOf(indicator: Indicator, { snapshot, entry }: Known): string {
  if (snapshot) return `${lineTitle(snapshot.line)}业务数据自动计算`
  return entry ? `${indicator.section}填报` : `待${indicator.section}填报`
}
