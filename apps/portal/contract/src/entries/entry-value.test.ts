import { describe, expect, it } from 'vitest'
import { impossibleCutOff, impossibleValue } from './entry-value'

describe('a value that an indicator cannot have', () => {
  it.each([
    [3, '%', '45', null],
    [3, '%', '45.25', null],
    [3, '%', '45.255', '2 位小数'],
    [3, '%', '100.01', '0 至 100'],
    [3, '%', '-1', '0 至 100'],
    [19, '%', '-12.5', null],
    [19, '%', '140', null],
    [19, '%', '1001', '-100 至 1000'],
    [6, '万元', '286.1234', null],
    [6, '万元', '-1', '负数'],
    [9, '人', '872', null],
    [9, '人', '872.5', '整数'],
    [7, '个', '0', null],
    [7, '个', 'five', '数值'],
  ])('indicator %i in %s: %s', (number, unit, typed, expected) => {
    const reason = impossibleValue({ number, unit }, typed)
    if (expected === null) expect(reason).toBeNull()
    else expect(reason).toContain(expected)
  })
})

describe('a cut-off that a value cannot have', () => {
  const plan = { startsOn: '2021-01-01', endsOn: '2025-12-31' }
  it.each([
    ['2025-09-30', '2025-09-30', null],
    ['2025-10-01', '2025-09-30', '晚于业务日期'],
    ['2020-12-31', '2025-09-30', '早于规划期'],
    ['2025-12-31', '2026-03-01', null],
    ['2026-01-31', '2026-03-01', '已于 2025-12-31 结束'],
  ])('%s seen on %s', (dataAsOf, businessDate, expected) => {
    const reason = impossibleCutOff(dataAsOf, plan, businessDate)
    if (expected === null) expect(reason).toBeNull()
    else expect(reason).toContain(expected)
  })
})
