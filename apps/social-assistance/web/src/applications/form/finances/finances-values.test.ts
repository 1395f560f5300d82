import { describe, expect, it } from 'vitest'
import {
  FinancesForm, blankDeduction, blankIncome, blankProperty, dropOthers, evenAmount, evenly, examinedOn, financesOf, lookBackMonths, newProperty, setExamined, sumOf, withMonth,
  type FinancesValues,
} from './finances-values'

const TODAY = '2025-09-30'
const ME = '0199a000-0000-7000-8000-000000000001'
const OTHER = '0199a000-0000-7000-8000-000000000002'
const blank = (): FinancesValues => financesOf({ version: 1, finances: null }, TODAY)

describe('the look-back', () => {
  it('begins with the last full month', () => expect(blank().lookBackTo).toBe('2025-08'))
  it('has its months, oldest first', () => expect(lookBackMonths('2025-02', 3)).toEqual(['2024-12', '2025-01', '2025-02']))
  it.each(['', '2025', '2025-13', null, undefined])('has no months up to %s', (to) => expect(lookBackMonths(to, 12)).toEqual([]))
})

describe('an income by months', () => {
  const months = lookBackMonths('2025-08', 12)
  it('is entered once for all', () => {
    expect(evenly(150000, months)).toHaveLength(12)
    expect(evenAmount(evenly(150000, months), months)).toBe(150000)
    expect(sumOf(evenly(150000, months))).toBe(1_800_000)
    expect(evenly(null, months)).toEqual([])
  })
  it('is no longer even once a month differs or lies outside', () => {
    expect(evenAmount(withMonth(evenly(150000, months), '2025-03', 0), months)).toBeNull()
    expect(evenAmount(evenly(150000, months), lookBackMonths('2025-09', 12))).toBeNull()
    expect(evenAmount([], months)).toBeNull()
  })
  it('leaves a month out that has no amount', () => {
    expect(withMonth(evenly(100, ['2025-01', '2025-02']), '2025-01', null)).toEqual([{ month: '2025-02', amountFen: 100 }])
    expect(withMonth([{ month: '2025-02', amountFen: 100 }], '2025-01', 5)).toEqual([{ month: '2025-01', amountFen: 5 }, { month: '2025-02', amountFen: 100 }])
  })
})

describe('blank items', () => {
  it('say what is missing in the words of the contract', () => {
    const values = { ...blank(), incomes: [blankIncome(ME, TODAY)], deductions: [blankDeduction(ME, TODAY)], properties: [newProperty(ME, TODAY)] }
    expect(FinancesForm.safeParse(values).error?.issues.map(({ path }) => path.join('.'))).toEqual(['incomes.0.kind', 'deductions.0.kind', 'deductions.0.monthlyFen', 'properties.0.asset', 'properties.0.valueFen'])
  })
  it('keep what all kinds have in common', () => {
    const before = { ...newProperty(ME, TODAY), description: '祖宅', necessity: true }
    expect(blankProperty('HOME', before)).toMatchObject({ kind: 'HOME', memberId: ME, description: '祖宅', necessity: true })
    expect(blankProperty('HOME', before)).not.toHaveProperty('valueFen')
  })
})

describe('what was looked into', () => {
  it('is kept once for each member and can be taken back', () => {
    const values = blank()
    setExamined(values, ME, '2025-09-01')
    setExamined(values, ME, '2025-09-10')
    expect(values.examined).toEqual([{ memberId: ME, on: '2025-09-10' }])
    expect(examinedOn(values, OTHER)).toBe('')
    setExamined(values, ME, null)
    expect(values.examined).toEqual([])
  })
  it('goes with a member who leaves the sheet', () => {
    const values = { ...blank(), incomes: [blankIncome(ME, TODAY), blankIncome(OTHER, TODAY)], examined: [{ memberId: OTHER, on: TODAY }] }
    const { deductions } = values
    dropOthers(values, [ME])
    expect(values.incomes.map(({ memberId }) => memberId)).toEqual([ME])
    expect(values.examined).toEqual([])
    expect(values.deductions).toBe(deductions)
  })
})
