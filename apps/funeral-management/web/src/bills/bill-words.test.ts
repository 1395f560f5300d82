import type { BillBasis } from '@xishan/funeral-management-contract'
import { expect, test } from 'vitest'
import { itemsOn, workedOut } from './bill-words'

const price = { id: '0', name: '遗体存放', unit: '天', serviceClass: 'BASIC', freeItem: 'STORAGE' } as const
const basis: BillBasis = {
  deathId: '1', deceasedName: '赵有福', diedOn: '2025-09-20', classes: ['SUBSISTENCE'],
  allowances: { COLLECTION: { quantity: 0, fen: 0 }, STORAGE: { quantity: 3, fen: 30_000 }, CREMATION: { quantity: 0, fen: 0 }, KEEPING: { quantity: 0, fen: 0 } },
  prices: [{ ...price, code: 'J02', priceFen: 9_000, effectiveFrom: '2024-01-01' }, { ...price, code: 'J02', priceFen: 9_500, effectiveFrom: '2025-09-25' }, { ...price, code: 'J09', priceFen: null, effectiveFrom: '2025-01-01' }],
}

test('a bill is worked out while it is typed, at the price of each day', () => {
  const lines = [{ code: 'J02', serviceOn: '2025-09-21', quantity: 2 }, { code: 'J02', serviceOn: '', quantity: 1 }, { code: 'J02', serviceOn: '2025-09-25', quantity: 2 }]
  expect(workedOut(basis, lines, true)).toMatchObject({ lines: [{ grossFen: 18_000, freeFen: 18_000 }, undefined, { grossFen: 19_000, freeFen: 9_500 }], total: { grossFen: 37_000, freeFen: 27_500, dueFen: 9_500 } })
  expect(workedOut(basis, lines, false).total).toEqual({ grossFen: 37_000, freeFen: 0, dueFen: 37_000 })
})

test('only what is in force on the day can be chosen', () => {
  expect(itemsOn(basis, '2025-09-25')).toMatchObject([{ code: 'J02', priceFen: 9_500 }])
  expect(itemsOn(basis, '2023-01-01')).toEqual([])
})
