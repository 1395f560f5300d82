import { daysBetween, PLAN } from '@xishan/domain'
import type { HistoryPoint, IndicatorDetail } from '@xishan/portal-contract'

/** A place on the chart, in percent of its area from the upper left. */
export interface Place {
  x: number
  y: number
  label: string
}

export interface PathChart {
  planned: Place[]
  actual: Place[]
  ticks: { y: number; value: number }[]
  years: { x: number; year: number }[]
}

export type Charted = Pick<IndicatorDetail, 'course' | 'start' | 'target' | 'path' | 'history'>

const FIRST_DAY = `${PLAN.baseYear}-12-31`
const LENGTH = daysBetween(FIRST_DAY, PLAN.endsOn)
/** What is held at 100 is looked at from 90 on. */
const CLOSE_LOOK = 10
const WANTED_TICKS = 4

const tenth = (value: number): number => Math.round(value * 10) / 10
const across = (date: string): number => tenth(Math.min(Math.max(daysBetween(FIRST_DAY, date) / LENGTH, 0), 1) * 100)

/** 1, 2 or 5 of a power of ten, so that the scale reads well. */
export function niceStep(span: number): number {
  const rough = span / WANTED_TICKS
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power
}

/** The planned way and what was really there, by date: a year's planned value stands at its last day. */
export function pathChart({ course, start, target, path, history }: Charted): PathChart {
  const planned = [{ date: FIRST_DAY, value: start }, ...path.map(({ year, value }) => ({ date: `${year}-12-31`, value }))]
  const actual = history.flatMap(({ dataAsOf, value }) => (value === null ? [] : [{ date: dataAsOf, value }]))
  const values = [target, ...planned.map(({ value }) => value), ...actual.map(({ value }) => value)]
  const highest = Math.max(...values)
  const lowest = Math.min(...values, course === 'holding' ? highest - CLOSE_LOOK : highest - 1)
  const step = niceStep(highest - lowest)
  const low = Math.floor(lowest / step) * step
  const high = Math.ceil(highest / step) * step
  const down = (value: number) => tenth(((high - value) / (high - low)) * 100)
  const place = ({ date, value }: { date: string; value: number }): Place => ({ x: across(date), y: down(value), label: `${date} ${value}` })
  return {
    planned: planned.map(place),
    actual: actual.map(place),
    ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => tenth(low + at * step)).map((value) => ({ y: down(value), value })),
    years: planned.map(({ date }) => ({ x: across(date), year: Number(date.slice(0, 4)) })),
  }
}

export interface YearRow {
  year: number
  planned: number
  /** The last value whose cut-off lies in the year. */
  actual: HistoryPoint | null
}

/** The table beside the chart: what each year was to bring, and what it brought. */
export function yearRows({ path, history }: Pick<IndicatorDetail, 'path' | 'history'>): YearRow[] {
  const lastOf = (year: number) => history.filter(({ dataAsOf }) => dataAsOf.startsWith(`${year}-`)).toSorted((a, b) => a.dataAsOf.localeCompare(b.dataAsOf)).at(-1) ?? null
  return path.map(({ year, value }) => ({ year, planned: value, actual: lastOf(year) }))
}
