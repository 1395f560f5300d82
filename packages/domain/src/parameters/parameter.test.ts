import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ParameterBook, ParameterVersion } from './parameter'

const standard = (version: number, value: number, effectiveFrom: string, effectiveTo: string | null) =>
  ParameterVersion.parse({ key: 'standard.urban', version, value, unit: 'fen', effectiveFrom, effectiveTo, sourceMark: 'seed', source: '规划一（一）1', title: '城市低保标准' })

const VERSIONS = [standard(1, 53000, '2016-01-01', '2018-07-01'), standard(2, 63000, '2018-07-01', null)]
const book = new ParameterBook(VERSIONS, '2025-09-30')

describe('parameters', () => {
  test.each([
    ['2016-01-01', 53000],
    ['2018-06-30', 53000],
    ['2018-07-01', 63000],
    ['2030-01-01', 63000],
  ])('on %s the standard is %i fen', (on, value) => {
    expect(book.at(on).number('standard.urban')).toBe(value)
  })

  test('are never guessed: no version, no value', () => {
    expect(() => book.at('2015-12-31').number('standard.urban')).toThrow(RangeError)
    expect(() => book.number('standard.lunar')).toThrow(RangeError)
  })

  test('are not taken for another kind of value', () => {
    const texts = new ParameterBook([{ ...standard(1, 0, '2016-01-01', null), key: 'mode', value: 'GAP', unit: 'text' }], '2025-09-30')
    expect(texts.text('mode')).toBe('GAP')
    expect(() => texts.number('mode')).toThrow(TypeError)
    expect(texts.flag('mode')).toBe(false)
  })

  test('name the version that was used', () => {
    expect(book.used('standard.urban')).toEqual([{ key: 'standard.urban', version: 2 }])
  })

  test('the version found always covers the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2016, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const on = `${year}-${String(month).padStart(2, '0')}-15`
        const { effectiveFrom, effectiveTo } = book.at(on).version('standard.urban')
        expect(effectiveFrom <= on && (effectiveTo === null || on < effectiveTo)).toBe(true)
      }),
    )
  })
})
