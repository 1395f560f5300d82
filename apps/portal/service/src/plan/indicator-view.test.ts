import { indicatorNumbered, type IndicatorStatus } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import type { Contact } from '../collection/freshness'
import type { EntryFact, PointFact, SnapshotFact } from './facts'
import { indicatorView, type Known } from './indicator-view'

const snapshot = (value: number | null, on = '2025-09-30', more: Partial<SnapshotFact> = {}): SnapshotFact => ({
  indicator: 11,
  line: 'elderly-care',
  asOf: on,
  cutOff: on,
  value,
  components: [],
  complete: true,
  note: '',
  collectedAt: new Date(`${on}T01:00:00Z`),
  ...more,
})
const entry = (value: number, dataAsOf = '2025-06-30'): EntryFact => ({
  indicator: 11,
  id: '01930000-0000-7000-8000-000000000001',
  value,
  dataAsOf,
  sourceText: '二季度台账',
  enteredBy: '王春梅',
  reviewedBy: '尹绍林',
  reviewedOn: '2025-07-04',
})
const ruling = (target: number): PointFact => ({ id: '01930000-0000-7000-8000-000000000002', title: '', indicators: [11], ruled: true, option: { key: 'text', label: '', effect: { indicator: 11, target } } })
const contact = (failure: Contact['failure']): Contact => ({ line: 'elderly-care', attemptedAt: null, answeredAt: null, answeredFor: null, failedAt: null, failure, staleSince: null })
const view = (known: Partial<Known>, businessDate = '2025-09-30') =>
  indicatorView(indicatorNumbered(11), { businessDate, planDay: businessDate > '2025-12-31' ? '2025-12-31' : businessDate, points: [], ...known })

describe('the status of indicator 11 (base 50, path 80 in 2025)', () => {
  it.each<[string, Partial<Known>, string, IndicatorStatus, string, number | null]>([
    ['computed, there', { snapshot: snapshot(80) }, '2025-09-30', 'ON_PATH', '达到序时进度', 1],
    ['computed, nearly: 77 is 90 % of the way', { snapshot: snapshot(77) }, '2025-09-30', 'SLIGHTLY_BEHIND', '略低于序时进度', 0.9],
    ['computed, behind', { snapshot: snapshot(76.99) }, '2025-09-30', 'BEHIND', '落后序时进度', 0.8997],
    ['computed, nothing to divide by', { snapshot: snapshot(null) }, '2025-09-30', 'NOT_APPLICABLE', '暂不适用', null],
    ['computed, zero is a number', { snapshot: snapshot(0) }, '2025-09-30', 'BEHIND', '落后序时进度', -1.6667],
    ['entered', { entry: entry(80) }, '2025-09-30', 'ON_PATH', '达到序时进度', 1],
    ['computed before entered', { snapshot: snapshot(60), entry: entry(80) }, '2025-09-30', 'BEHIND', '落后序时进度', 0.3333],
    ['nothing reported', {}, '2025-09-30', 'NOT_REPORTED', '尚未报送', null],
    ['ruled to 100: 80 is behind', { snapshot: snapshot(80), points: [ruling(100)] }, '2025-09-30', 'BEHIND', '落后序时进度', 0.6],
    ['the year before, its own path', { entry: entry(74, '2024-12-31') }, '2024-12-31', 'ON_PATH', '达到序时进度', 0.8],
    ['after the plan, reached', { entry: entry(80, '2025-12-31') }, '2026-01-01', 'ON_PATH', '已完成目标', 1],
    ['after the plan, missed', { entry: entry(70, '2025-12-31') }, '2026-01-01', 'BEHIND', '未完成目标', 0.6667],
    ['after the plan, never reported', {}, '2026-01-01', 'NOT_REPORTED', '未报送', null],
  ])('%s', (_, known, on, status, statusWords, score) => {
    expect(view(known, on)).toMatchObject({ status, statusWords, score })
  })
})

describe('how old the shown value is', () => {
  it.each<[string, Partial<Known>, string, number, string | null]>([
    ['of today', { snapshot: snapshot(80) }, '2025-09-30', 0, null],
    ['of today, and the line is down since', { snapshot: snapshot(80), contact: contact('DOWN') }, '2025-09-30', 0, '养老服务暂时无法连接。显示的是数据截止 2025-09-30 的最近一次数值。'],
    ['of last week, and the line is down', { snapshot: snapshot(80, '2025-09-23'), contact: contact('TIMEOUT') }, '2025-09-30', 7, '养老服务未在规定时间内响应。显示的是数据截止 2025-09-23 的最近一次数值。'],
    ['the line answers for an earlier day', { snapshot: snapshot(80, '2025-09-29'), contact: contact(null) }, '2025-09-30', 1, '养老服务尚未给出 2025-09-30 的数值。显示的是数据截止 2025-09-29 的最近一次数值。'],
    ['after the plan, of its last day', { snapshot: snapshot(80, '2025-12-31') }, '2026-03-01', 60, null],
  ])('%s', (_, known, on, ageDays, stale) => {
    expect(view(known, on).reading).toMatchObject({ ageDays, stale })
  })
})

describe('final values', () => {
  it.each<[string, Partial<Known>, string, boolean]>([
    ['of the last day, after it', { entry: entry(80, '2025-12-31') }, '2026-01-01', true],
    ['of the last day, on it', { entry: entry(80, '2025-12-31') }, '2025-12-31', false],
    ['of an earlier day', { entry: entry(80, '2025-09-30') }, '2026-01-01', false],
    ['none', {}, '2026-01-01', false],
  ])('%s', (_, known, on, final) => {
    expect(view(known, on).final).toBe(final)
  })
})

it('a ruling for the table changes nothing; one for another target names the table’s', () => {
  expect(view({ points: [ruling(80)] })).toMatchObject({ target: 80, targetInTable: null })
  expect(view({ points: [ruling(100)] })).toMatchObject({ target: 100, targetInTable: 80, pathNow: 100 })
})
