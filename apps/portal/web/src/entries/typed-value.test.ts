import { expect, test } from 'vitest'
import { typedValueOf } from './typed-value'

const rate = typedValueOf({ number: 11, unit: '%' }, '2025-09-30')
const typed = { value: '68.5', dataAsOf: '2025-09-30', sourceText: '养老服务设施台账 2025 年三季度' }
const reasons = (given: object, schema = rate) => schema.safeParse({ ...typed, ...given }).error?.issues.map(({ path, message }) => [path[0], message]) ?? []

test('a value with its day and source is accepted as it was typed', () => {
  expect(rate.parse(typed)).toEqual(typed)
})
test.each([
  [{ value: '168' }, [['value', '比率应在 0 至 100 之间，直接填写百分数，不带百分号。']]],
  [{ value: '68.555' }, [['value', '百分比最多保留 2 位小数。']]],
  [{ dataAsOf: '2025-10-01' }, [['dataAsOf', '数据截止日期不能晚于业务日期 2025-09-30。']]],
  [{ dataAsOf: '2020-12-31' }, [['dataAsOf', '数据截止日期不能早于规划期起始日 2021-01-01；2020 年基数已在规划中。']]],
])('%o is refused beside its own field', (given, expected) => expect(reasons(given)).toEqual(expected))

test('several wrong fields are all named at once', () => {
  expect(reasons({ value: '168', dataAsOf: '2026-01-01' }).map(([field]) => field)).toEqual(['value', 'dataAsOf'])
})
test('people are counted in whole numbers', () => {
  expect(reasons({ value: '870.5' }, typedValueOf({ number: 9, unit: '人' }, '2025-09-30'))).toEqual([['value', '以“人”为单位的数值应为整数。']])
})
