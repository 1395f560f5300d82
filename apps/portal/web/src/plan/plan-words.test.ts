import { describe, expect, test } from 'vitest'
import { byCategory, figuresOf, sourceWords, staleWords, statusWords, troubleWords } from './plan-words'
import { anIndicator, counted, entered } from './testing/indicator'

const none = { kind: 'NONE', note: '尚无数据' } as const
const now = Date.parse('2025-09-30T04:05:00.000Z')

test('during the plan a number is on its path or behind it, afterwards the target is reached or not', () => {
  expect([statusWords('BEHIND', false), statusWords('BEHIND', true)]).toEqual(['落后序时进度', '未完成目标'])
  expect([statusWords('NOT_REPORTED', false), statusWords('NOT_REPORTED', true)]).toEqual(['尚未报送', '未报送'])
})

test('a number says whether it was computed, entered or is missing', () => {
  expect([counted(99.8), entered(65), none].map((reading) => sourceWords({ reading }))).toEqual(['系统计算', '填报·已复核', '尚未填报'])
})

describe('the figures of an indicator', () => {
  const indicator = anIndicator(11, entered(65), 'BEHIND', { pathYear: 2024, pathNow: 74 })
  const plan = { baseYear: 2020, targetYear: 2025 }

  test('lead from the base over this year’s path and the value to the target', () => {
    expect(figuresOf(indicator, { ...plan, ended: false }).map(({ label, value }) => [label, value])).toEqual([['2020 基数', 50], ['2024 序时', 74], ['当前', 65], ['2025 目标', 80]])
  })
  test('have no path any more once the plan is over', () => {
    expect(figuresOf(indicator, { ...plan, ended: true }).map(({ label }) => label)).toEqual(['2020 基数', '期末', '2025 目标'])
  })
  test('never turn a missing number into zero', () => {
    expect(figuresOf({ ...indicator, reading: none }, { ...plan, ended: false }).find(({ isNow }) => isNow)?.value).toBeNull()
  })
})

describe('when a line does not answer', () => {
  const stale = counted(99.8, { stale: '社会救助暂时无法连接。显示的是数据截止 2025-09-30 的最近一次数值。' })
  const trouble = { line: 'social-assistance', title: '社会救助', sentence: '社会救助暂时无法连接。' }

  test('its last number is shown with its age', () => {
    expect(staleWords({ reading: stale }, now)).toBe('显示 2 小时前的数据')
    expect(troubleWords(trouble, [anIndicator(1, stale, 'BEHIND')], now)).toBe('社会救助暂时无法连接，显示 2 小时前的数据。')
  })
  test('and where there is none, that is said', () => {
    expect(troubleWords(trouble, [anIndicator(1, none, 'NOT_REPORTED')], now)).toBe('社会救助暂时无法连接，相关指标暂无数据可显示。')
  })
  test('a number of today has no such word', () => {
    expect([counted(100), entered(3), none].map((reading) => staleWords({ reading }, now))).toEqual([null, null, null])
  })
})

describe('by category', () => {
  const plan = [anIndicator(11, entered(60), 'BEHIND'), anIndicator(2, none, 'NOT_REPORTED'), anIndicator(1, counted(100), 'ON_PATH')]

  test('the categories keep the order of what lags most', () => {
    expect(byCategory(plan, null).map(({ name, indicators }) => [name, indicators.map(({ number }) => number)])).toEqual([['养老服务', [11]], ['社会事务与救助', [2, 1]]])
  })
  test('only those of the chosen standing are left', () => {
    expect(byCategory(plan, 'ON_PATH').map(({ indicators }) => indicators.map(({ number }) => number))).toEqual([[1]])
  })
})
