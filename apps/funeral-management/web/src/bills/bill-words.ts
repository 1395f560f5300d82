import { NOTHING_FREE, amountsOf, priceOn, totalOf, type BillBasis, type BillTotals, type LineAmounts } from '@xishan/funeral-management-contract'

interface TypedLine {
  code?: string | null | undefined
  serviceOn?: string | null | undefined
  quantity?: number | null | undefined
}

export type WorkedLine = LineAmounts & { name: string; unit: string; unitFen: number }

/** What a bill comes to while it is typed, by the function that decides it; lines that are not complete come to nothing. */
export function workedOut(basis: BillBasis, lines: readonly TypedLine[], isFree: boolean): { lines: (WorkedLine | undefined)[]; total: BillTotals } {
  const charged = lines.map(({ code, serviceOn, quantity }) => {
    const price = code && serviceOn ? priceOn(basis.prices, code, serviceOn) : undefined
    return price && quantity ? { name: price.name, unit: price.unit, freeItem: price.freeItem, quantity, unitFen: price.priceFen } : undefined
  })
  const complete = charged.flatMap((line) => line ?? [])
  const amounts = amountsOf(complete, isFree ? basis.allowances : NOTHING_FREE)
  const left = complete.map((line, at) => ({ ...line, ...(amounts[at] ?? { grossFen: 0, freeQuantity: 0, freeFen: 0 }) }))
  return { lines: charged.map((line) => (line ? left.shift() : undefined)), total: totalOf(amounts) }
}

/** The items in force on a day, as a list to choose from. */
export const itemsOn = (basis: BillBasis, on: string) => [...new Set(basis.prices.map(({ code }) => code))].flatMap((code) => priceOn(basis.prices, code, on) ?? [])
