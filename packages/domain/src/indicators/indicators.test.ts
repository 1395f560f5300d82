import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessIndicator, byUrgency, plannedOn, planYearOn, withTarget, type IndicatorReading, type IndicatorStatus } from './assessment'
import { INDICATORS, indicatorNumbered } from './catalogue'
import { isBinding, PLAN_YEARS } from './indicator'

const ON = '2025-09-30'

describe('the catalogue', () => {
  test('holds the 19 of the plan, eight of them binding', () => {
    expect(INDICATORS.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1))
    expect(INDICATORS.filter(isBinding).map(({ number }) => number)).toEqual([1, 2, 5, 8, 12, 13, 17, 18])
  })

  test.each(INDICATORS.map((indicator) => [indicator.number, indicator] as const))('path of %i rises year by year to its target', (_, indicator) => {
    const values = PLAN_YEARS.map((year) => indicator.path[year])
    expect(values).toEqual(values.toSorted((a, b) => a - b))
    expect(values.at(-1)).toBe(indicator.target)
    expect(values.every((value) => value >= indicator.start)).toBe(true)
    expect(indicator.course === 'holding').toBe([1, 2, 5, 8, 17].includes(indicator.number))
    expect([indicator.section, indicator.formula].every((text) => text.length > 4)).toBe(true)
  })

  test('has no number 20', () => {
    expect(() => indicatorNumbered(20)).toThrow(RangeError)
  })
})

describe('status against the path', () => {
  const table: [number, IndicatorReading, string, IndicatorStatus, number | null][] = [
    [1, 100, ON, 'ON_PATH', null],
    [1, 99.99, ON, 'BEHIND', null],
    [1, 'NOT_REPORTED', ON, 'NOT_REPORTED', null],
    [3, 45, '2024-12-31', 'ON_PATH', 0.8],
    [3, 43, '2024-12-31', 'SLIGHTLY_BEHIND', 0.72],
    [3, 42.9, '2024-12-31', 'BEHIND', 0.716],
    [3, 47.5, ON, 'SLIGHTLY_BEHIND', 0.9],
    [8, 'NOT_APPLICABLE', ON, 'NOT_APPLICABLE', null],
    [8, 80, ON, 'BEHIND', 0.8],
    [8, 100, ON, 'ON_PATH', 1],
    [9, 1000, ON, 'ON_PATH', 1],
    [9, 936.2, ON, 'SLIGHTLY_BEHIND', 0.9],
    [9, 936, ON, 'BEHIND', 0.8997],
    [14, 24, '2024-06-30', 'ON_PATH', 0.8],
    [14, 27, ON, 'SLIGHTLY_BEHIND', 0.9],
    [15, 359, ON, 'BEHIND', 0.8975],
    [16, 12, '2021-03-01', 'BEHIND', 0],
    [18, 90, ON, 'ON_PATH', 1.25],
    [18, 60, '2021-06-30', 'BEHIND', -0.25],
    [19, -3, ON, 'BEHIND', -1.8],
    [11, 80, '2026-02-01', 'ON_PATH', 1],
    [11, 76, '2026-02-01', 'BEHIND', 0.8667],
    [11, 77, '2026-02-01', 'SLIGHTLY_BEHIND', 0.9],
  ]
  test.each(table)('indicator %i at %s on %s is %s', (number, reading, on, status, score) => {
    expect(assessIndicator(indicatorNumbered(number), reading, on)).toMatchObject({ status, score })
  })

  test('goes by the year, and after the plan by the target for good', () => {
    const coverage = indicatorNumbered(11)
    expect([2019, 2021, 2023, 2025, 2026].map((year) => plannedOn(coverage, `${year}-07-01`))).toEqual([56, 56, 68, 80, 80])
    expect(planYearOn('2030-01-01')).toBe(2025)
    expect([assessIndicator(coverage, 80, '2025-12-31').final, assessIndicator(coverage, 80, '2026-01-01').final]).toEqual([false, true])
  })

  test('a ruling of 100 for number 11 redraws its path', () => {
    const ruled = withTarget(indicatorNumbered(11), 100)
    expect(PLAN_YEARS.map((year) => ruled.path[year])).toEqual([60, 70, 80, 90, 100])
    expect(assessIndicator(ruled, 80, ON).status).toBe('BEHIND')
    expect(withTarget(indicatorNumbered(1), 100)).toEqual(indicatorNumbered(1))
  })

  test('never gets worse when the number gets better', () => {
    const rank = { BEHIND: 0, SLIGHTLY_BEHIND: 1, ON_PATH: 2, NOT_APPLICABLE: 3, NOT_REPORTED: 3 }
    fc.assert(
      fc.property(fc.constantFrom(...INDICATORS), fc.double({ min: 0, max: 4000, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }), fc.constantFrom(...PLAN_YEARS), (indicator, value, more, year) => {
        const [before, after] = [value, value + more].map((reading) => rank[assessIndicator(indicator, reading, `${year}-06-30`).status])
        expect(after).toBeGreaterThanOrEqual(before ?? 0)
      }),
    )
  })

  test('lagging ones come first, binding before expected', () => {
    const rows = [
      { indicator: indicatorNumbered(1), status: 'ON_PATH' as const },
      { indicator: indicatorNumbered(11), status: 'BEHIND' as const },
      { indicator: indicatorNumbered(2), status: 'NOT_REPORTED' as const },
      { indicator: indicatorNumbered(18), status: 'BEHIND' as const },
      { indicator: indicatorNumbered(9), status: 'SLIGHTLY_BEHIND' as const },
    ]
    expect(rows.toSorted(byUrgency).map(({ indicator }) => indicator.number)).toEqual([18, 11, 9, 2, 1])
  })
})
