import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INCOME_KIND } from '../finances/income'
import { LABOUR } from '../households/code-sets'
import { PARAMETER } from '../parameters/keys'
import { assess } from './assess'
import { aBook, aChild, aDeduction, aHousehold, aMember, aProperty, aWife, anIncome, evidenceOf } from './examples'

const EXEMPT = ['PREFERENTIAL_PENSION', 'FAMILY_PLANNING_AWARD', 'SCHOLARSHIP', 'BRAVERY_AWARD', 'SOCIAL_ASSISTANCE', 'CENTRAL_BASIC_PENSION', 'DISABILITY_SUBSIDY', 'OLD_AGE_ALLOWANCE'] as const
const of = fc.integer({ min: 1, max: 3 })
const yuan = fc.integer({ min: 0, max: 200_000 }).map((fen) => fen / 100)
const income = fc.tuple(fc.constantFrom(...INCOME_KIND.codes), yuan, of).map(([kind, amount, who]) => anIncome(kind, amount, who, kind === 'SUPPORT' ? { supportBasis: 'AGREED' } : {}))
const deduction = fc.tuple(fc.constantFrom('EMPLOYMENT_COST', 'ILLNESS_OR_DISABILITY'), fc.integer({ min: 0, max: 900 }), of).map(([kind, amount, who]) => aDeduction(kind, amount, who))
const deposit = fc.integer({ min: 0, max: 60_000_00 }).map((valueFen) => aProperty({ kind: 'FINANCIAL', asset: 'DEPOSIT', valueFen }))
const finances = fc.record({ incomes: fc.array(income, { maxLength: 6 }), deductions: fc.array(deduction, { maxLength: 3 }), properties: fc.array(deposit, { maxLength: 2 }) })
const household = fc
  .record({
    labour: fc.option(fc.constantFrom(...LABOUR.codes)),
    level: fc.option(fc.constantFrom('1', '2', '3', '4')),
    birthYear: fc.integer({ min: 1930, max: 2006 }),
    size: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ labour, level, birthYear, size }) =>
    aHousehold(
      [aMember({ labour, birthDate: `${birthYear}-06-15`, disability: level ? { category: '4', level, certifiedOn: '2020-01-01' } : null }), aWife(), aChild()].slice(0, size),
    ),
  )
const mode = fc.constantFrom('GAP', 'TIER')

describe('properties of the assessment', () => {
  it('the amount is never negative, always whole yuan, and nothing without a pass', () => {
    fc.assert(
      fc.property(household, finances, mode, (family, means, amountMode) => {
        const { amountFen, result } = assess(family, evidenceOf(means), aBook({ [PARAMETER.amountMode]: amountMode }))
        expect(amountFen).toBeGreaterThanOrEqual(0)
        expect(amountFen % 100).toBe(0)
        if (result !== 'pass') expect(amountFen).toBe(0)
      }),
    )
  })

  it('who passes gets at least the minimum payment and at most the standard and the highest supplement for each', () => {
    fc.assert(
      fc.property(household, finances, (family, means) => {
        const { amountFen, result, coveredMembers } = assess(family, evidenceOf(means), aBook())
        fc.pre(result === 'pass')
        expect(amountFen).toBeGreaterThanOrEqual(5000)
        expect(amountFen).toBeLessThanOrEqual(Math.ceil((coveredMembers * (63000 + 6300)) / 100) * 100)
      }),
    )
  })

  it('raising the standard never lowers the amount nor turns a pass away', () => {
    fc.assert(
      fc.property(household, finances, mode, fc.integer({ min: 0, max: 50_000 }), (family, means, amountMode, raise) => {
        const at = (standard: number) => assess(family, evidenceOf(means), aBook({ [PARAMETER.standard.URBAN]: standard, [PARAMETER.amountMode]: amountMode }))
        const [before, after] = [at(63000), at(63000 + raise)]
        expect(after.amountFen).toBeGreaterThanOrEqual(before.amountFen)
        if (before.result === 'pass') expect(after.result).toBe('pass')
      }),
    )
  })

  it('an income that does not count changes neither result nor amount', () => {
    fc.assert(
      fc.property(household, finances, fc.constantFrom(...EXEMPT), yuan, of, (family, means, kind, amount, who) => {
        const without = assess(family, evidenceOf(means), aBook())
        const having = assess(family, evidenceOf({ ...means, incomes: [...means.incomes, anIncome(kind, amount, who)] }), aBook())
        expect([having.result, having.amountFen, having.perCapitaFen]).toEqual([without.result, without.amountFen, without.perCapitaFen])
      }),
    )
  })

  it('more income that counts never raises the amount', () => {
    fc.assert(
      fc.property(household, finances, yuan, (family, means, amount) => {
        const more = { ...means, incomes: [...means.incomes, anIncome('OTHER', amount, 1)] }
        expect(assess(family, evidenceOf(more), aBook()).amountFen).toBeLessThanOrEqual(assess(family, evidenceOf(means), aBook()).amountFen)
      }),
    )
  })

  it('the order of incomes does not matter', () => {
    fc.assert(
      fc.property(household, finances, (family, means) => {
        const turned = { ...means, incomes: means.incomes.toReversed() }
        expect(assess(family, evidenceOf(turned), aBook()).amountFen).toBe(assess(family, evidenceOf(means), aBook()).amountFen)
      }),
    )
  })

  it('taking evidence away never turns anything into a pass', () => {
    fc.assert(
      fc.property(household, finances, (family, means) => {
        expect(assess(family, evidenceOf({ ...means, examined: [] }), aBook()).result).not.toBe('pass')
        expect(assess(family, evidenceOf(means, { meansCheck: null }), aBook()).result).not.toBe('pass')
      }),
    )
  })
})
