import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitalAmount } from './capital-amount'
import { formatYuan, percentOf, ratePercent, readYuan, sharedBy, timesFactor, upToYuan, yuanInWords } from './fen'

const fen = fc.integer({ min: 0, max: 100_000_000_00 })

describe('yuan as people write them', () => {
  test.each([
    ['630', 63000],
    ['630.5', 63050],
    [' 1,234.50 ', 123450],
    ['６３０．５', 63050],
    ['￥630元', 63000],
    ['0', 0],
    ['0.01', 1],
    ['100000000', 100_000_000_00],
  ])('%s is %i fen', (text, amount) => {
    expect(readYuan(text)).toEqual({ ok: true, fen: amount })
  })

  test.each([
    ['', /请填写金额/],
    ['-1', /不能为负数/],
    ['1.234', /最多到分/],
    ['1,23', /不是金额/],
    ['六百三十', /“六百三十”不是金额/],
    ['1e9', /不是金额/],
    ['100000000.01', /超出合理范围/],
    ["1'; drop table", /不是金额/],
  ])('%s is refused', (text, sentence) => {
    const reading = readYuan(text)
    expect(reading.ok ? '' : reading.message).toMatch(sentence)
  })

  test('are read back from how they are shown', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(readYuan(formatYuan(amount))).toEqual({ ok: true, fen: amount })
        expect(readYuan(yuanInWords(amount))).toEqual({ ok: true, fen: amount })
      }),
    )
  })

  test.each([
    [123456789, '1,234,567.89', '1,234,567.89元'],
    [63000, '630.00', '630元'],
    [5, '0.05', '0.05元'],
    [-63000, '-630.00', '-630元'],
  ])('%i fen are shown as %s and %s', (amount, table, words) => {
    expect([formatYuan(amount), yuanInWords(amount)]).toEqual([table, words])
  })
})

describe('reckoning in fen', () => {
  test('is exact where floats are not', () => {
    expect(timesFactor(63000, 1.3)).toBe(81900)
    expect(upToYuan(timesFactor(63000, 1.3))).toBe(81900)
    expect(timesFactor(105, 1.1)).toBe(116)
    expect(percentOf(63000, 10)).toBe(6300)
    expect(percentOf(12345, 12.5)).toBe(1543)
    expect(sharedBy(100000, 12)).toBe(8333)
    expect(() => timesFactor(0.5, 2)).toThrow(RangeError)
  })

  test.each([
    [63001, 63100],
    [63000, 63000],
    [1, 100],
    [0, 0],
    [-150, -100],
  ])('%i fen are rounded up to %i', (amount, rounded) => {
    expect(upToYuan(amount)).toBe(rounded)
  })

  test('rounding up gives whole yuan, less than one yuan more', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), (amount) => {
        const rounded = upToYuan(amount)
        expect(Math.abs(rounded % 100)).toBe(0)
        expect(rounded - amount).toBeGreaterThanOrEqual(0)
        expect(rounded - amount).toBeLessThan(100)
      }),
    )
  })

  test.each([
    [105, 108, 97.22],
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 800, 0.13],
    [0, 108, 0],
    [0, 0, null],
  ])('%i of %i is %s per cent', (part, total, rate) => {
    expect(ratePercent(part, total)).toBe(rate)
  })

  test('sharing and multiplying again stays within half a fen a part', () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 500 }), (amount, parts) => {
        expect(Math.abs(sharedBy(amount, parts) * parts - amount)).toBeLessThanOrEqual(parts / 2)
      }),
    )
  })
})

describe('capital characters', () => {
  test.each([
    [63000, '陆佰叁拾元整'],
    [63050, '陆佰叁拾元伍角整'],
    [63005, '陆佰叁拾元零伍分'],
    [160732, '壹仟陆佰零柒元叁角贰分'],
    [10_005_00, '壹万零伍元整'],
    [1_000_000_00, '壹佰万元整'],
    [10_200_030_04, '壹仟零贰拾万零叁拾元零肆分'],
    [100_000_005_00, '壹亿零伍元整'],
    [12_000_00, '壹万贰仟元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [0, '零元整'],
  ])('%i fen are %s', (amount, text) => {
    expect(capitalAmount(amount)).toBe(text)
  })

  const amountDue = fc.integer({ min: 1, max: 100_000_000_00 })

  test('never repeat a zero and differ for every amount', () => {
    fc.assert(
      fc.property(amountDue, amountDue, (one, other) => {
        expect(capitalAmount(one)).not.toMatch(/零零|零[万亿元]/)
        expect(capitalAmount(one) === capitalAmount(other)).toBe(one === other)
      }),
    )
  })

  test('are not made of fractions or debts', () => {
    expect(() => capitalAmount(-1)).toThrow(RangeError)
    expect(() => capitalAmount(1.5)).toThrow(RangeError)
  })
})
