import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FREE_ITEMS, NOTHING_FREE, amountsOf, leftOf, priceOn, totalOf, type Allowance, type Allowances, type ChargedLine } from './reductions'

const allowances: Allowances = { COLLECTION: { quantity: 1, fen: 30_000 }, STORAGE: { quantity: 3, fen: 30_000 }, CREMATION: { quantity: 1, fen: 50_000 }, KEEPING: { quantity: 12, fen: 12_000 } }

describe('what is free', () => {
  it.each<[string, ChargedLine[], number[]]>([
    ['within its units and its amount', [{ freeItem: 'CREMATION', quantity: 1, unitFen: 48_000 }], [48_000]],
    ['up to its amount', [{ freeItem: 'CREMATION', quantity: 1, unitFen: 60_001 }], [50_000]],
    ['up to its units', [{ freeItem: 'STORAGE', quantity: 5, unitFen: 9_000 }], [27_000]],
    ['once, over two lines', [{ freeItem: 'STORAGE', quantity: 2, unitFen: 9_000 }, { freeItem: 'STORAGE', quantity: 3, unitFen: 9_000 }], [18_000, 9_000]],
    ['never what is of choice', [{ freeItem: null, quantity: 1, unitFen: 80_050 }], [0]],
  ])('%s', (_case, lines, free) => expect(amountsOf(lines, allowances).map(({ freeFen }) => freeFen)).toEqual(free))

  it('is less for what earlier bills took, and never less than nothing', () => {
    const used: Allowances = { ...NOTHING_FREE, STORAGE: { quantity: 2, fen: 18_000 }, CREMATION: { quantity: 2, fen: 90_000 } }
    expect(leftOf(allowances, used)).toMatchObject({ STORAGE: { quantity: 1, fen: 12_000 }, CREMATION: { quantity: 0, fen: 0 }, KEEPING: { quantity: 12 } })
  })
})

const item = fc.option(fc.constantFrom(...FREE_ITEMS), { nil: null })
const line = fc.record({ freeItem: item, quantity: fc.integer({ min: 1, max: 9999 }), unitFen: fc.integer({ min: 0, max: 100_000_000_00 }) })
const allowance = fc.record({ quantity: fc.integer({ min: 0, max: 100 }), fen: fc.integer({ min: 0, max: 10_000_000 }) })
const given = fc.record({ COLLECTION: allowance, STORAGE: allowance, CREMATION: allowance, KEEPING: allowance })

describe('amounts of any bill', () => {
  it('add up to the fen: gross − free = due, line by line and together', () =>
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), given, (lines, free) => {
        const amounts = amountsOf(lines, free)
        const total = totalOf(amounts)
        expect(total.grossFen).toBe(lines.reduce((sum, { quantity, unitFen }) => sum + quantity * unitFen, 0))
        expect(total.dueFen).toBe(total.grossFen - total.freeFen)
        for (const { grossFen, freeFen } of amounts) expect(freeFen >= 0 && freeFen <= grossFen && Number.isSafeInteger(freeFen)).toBe(true)
      }),
    ))

  it('give no item more than its units and its amount, and nothing to what is of choice', () =>
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), given, (lines, free) => {
        const amounts = amountsOf(lines, free)
        for (const each of FREE_ITEMS) {
          const of = amounts.filter((_amount, at) => lines[at]?.freeItem === each)
          expect(of.reduce((sum, { freeFen }) => sum + freeFen, 0)).toBeLessThanOrEqual(free[each].fen)
          expect(of.reduce((sum, { freeQuantity }) => sum + freeQuantity, 0)).toBeLessThanOrEqual(free[each].quantity)
        }
        expect(amounts.every(({ freeFen }, at) => lines[at]?.freeItem !== null || freeFen === 0)).toBe(true)
      }),
    ))

  it('billed in two parts are not freer than in one', () =>
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.nat(20), given, (lines, cut, free) => {
        const first = amountsOf(lines.slice(0, cut), free)
        const used = structuredClone<Record<keyof Allowances, Allowance>>({ ...NOTHING_FREE })
        first.forEach(({ freeQuantity, freeFen }, at) => {
          const of = lines[at]?.freeItem
          if (of) used[of] = { quantity: used[of].quantity + freeQuantity, fen: used[of].fen + freeFen }
        })
        expect([...first, ...amountsOf(lines.slice(cut), leftOf(free, used))]).toEqual(amountsOf(lines, free))
      }),
    ))
})

describe('the price of an item', () => {
  const versions = [{ code: 'A', priceFen: 100, effectiveFrom: '2024-01-01' }, { code: 'A', priceFen: 120, effectiveFrom: '2025-01-01' }, { code: 'A', priceFen: null, effectiveFrom: '2025-07-01' }, { code: 'B', priceFen: 5, effectiveFrom: '2024-01-01' }]
  it.each([
    ['2023-12-31', undefined],
    ['2024-12-31', 100],
    ['2025-01-01', 120],
    ['2025-07-01', undefined],
  ])('on %s is %s', (on, priceFen) => expect(priceOn(versions, 'A', on)?.priceFen).toBe(priceFen))
})
