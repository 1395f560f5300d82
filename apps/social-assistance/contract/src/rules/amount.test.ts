import { describe, expect, it } from 'vitest'
import { PARAMETER } from '../parameters/keys'
import { monthlyAmount } from './amount'
import { aBook } from './examples'
import type { GroupIncome } from './per-capita'

/** Income of one person who earned so much in all within twelve months. */
const earned = (yuan: number): GroupIncome => ({ totalFen: yuan * 100, people: 1, months: 12, perCapitaFen: Math.round((yuan * 100) / 12) })
const basis = { income: earned(0), standardFen: 63000, category: 'A', supplementsFen: 0 } as const

describe('the monthly amount', () => {
  it('knows no negative gap, so that a supplement is not eaten up by it', () => {
    expect(monthlyAmount({ ...basis, income: earned(12_000), supplementsFen: 6300 }, aBook()).outcome).toBe(6300)
  })

  it.each([
    ['B12 年收入 1 元：差额 629.9166… 进到 630', earned(1), 0, 63000],
    ['B12 年收入 12 元：差额 629 正好整元', earned(12), 0, 62900],
    ['B12 年收入 12.01 元：差额 628.9991… 进到 629', earned(12.01), 0, 62900],
    ['B12 只进位一次：628.9991… ＋ 0.50 = 629.4991… 进到 630', earned(12.01), 50, 63000],
  ])('%s', (_source, income, supplementsFen, expected) => {
    expect(monthlyAmount({ ...basis, income, supplementsFen }, aBook()).outcome).toBe(expected)
  })

  it('cannot be worked out by tier while the category is unknown', () => {
    expect(monthlyAmount({ ...basis, category: null }, aBook({ [PARAMETER.amountMode]: 'TIER' }))).toMatchObject({ outcome: null, steps: [{ result: 'unknown' }] })
    expect(monthlyAmount({ ...basis, category: null }, aBook()).outcome).toBe(63000)
  })
})
