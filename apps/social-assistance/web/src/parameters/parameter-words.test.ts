import { PARAMETER } from '@xishan/social-assistance-contract'
import { differenceWords, valueWords } from '@xishan/web-kit/pages/parameters'
import { describe, expect, test } from 'vitest'
import { parameterReading } from './parameter-reading'

const standard = { key: PARAMETER.standard.URBAN, unit: 'fen' } as const

describe('a value in words', () => {
  test.each([
    [standard, 63000, '630.00 元'],
    [{ key: PARAMETER.supplement.ELDERLY, unit: 'percent' }, 10, '10%'],
    [{ key: PARAMETER.elderlyAge, unit: 'years' }, 70, '70 周岁'],
    [{ key: PARAMETER.workingVehicleAge, unit: 'years' }, 8, '8 年'],
    [{ key: PARAMETER.homes, unit: 'count' }, 1, '1'],
    [{ key: 'subsistence.term.whole', unit: 'working-days' }, 30, '30 个工作日'],
    [{ key: PARAMETER.amountMode, unit: 'text' }, 'TIER', '按分档计算'],
    [{ key: PARAMETER.confirmationDelegated, unit: 'boolean' }, false, '否'],
  ] as const)('%j %s', (parameter, value, words) => expect(valueWords(parameterReading, parameter, value)).toBe(words))
})

describe('the difference', () => {
  test.each([
    [standard, 63000, 65000, '增加 20.00 元（3.17%）'],
    [standard, 65000, 63000, '减少 20.00 元（3.08%）'],
    [standard, 63000, 63000, '与现行值相同'],
    [standard, 0, 5000, '增加 50.00 元'],
    [{ key: PARAMETER.marginalMultiple, unit: 'ratio' }, 1.5, 1.7, '增加 0.2 倍'],
    [{ key: PARAMETER.supplement.MINOR, unit: 'percent' }, 10, 15, '增加 5%'],
    [{ key: PARAMETER.confirmationDelegated, unit: 'boolean' }, false, true, ''],
  ] as const)('of %j from %s to %s', (parameter, from, to, words) => expect(differenceWords(parameterReading, parameter, from, to)).toBe(words))
})
