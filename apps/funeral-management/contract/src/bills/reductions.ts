import { FREE_ITEM, type FreeItem } from '../prices/price'

/** A line of a bill as far as its amounts go; `quantity` in the item's unit. */
export interface ChargedLine {
  freeItem: FreeItem | null
  quantity: number
  unitFen: number
}

/** How much of an item is free for one person: so many units, and at most so many fen. */
export interface Allowance {
  quantity: number
  fen: number
}
export type Allowances = Readonly<Record<FreeItem, Allowance>>

export interface LineAmounts {
  grossFen: number
  freeQuantity: number
  freeFen: number
}

export interface BillTotals {
  grossFen: number
  freeFen: number
  dueFen: number
}

export const NOTHING_FREE: Allowances = { COLLECTION: { quantity: 0, fen: 0 }, STORAGE: { quantity: 0, fen: 0 }, CREMATION: { quantity: 0, fen: 0 }, KEEPING: { quantity: 0, fen: 0 } }

/** What is left of the allowances after what earlier bills of the same person took. */
export const leftOf = (allowances: Allowances, used: Allowances): Allowances => {
  const left = (item: FreeItem): Allowance => ({ quantity: Math.max(0, allowances[item].quantity - used[item].quantity), fen: Math.max(0, allowances[item].fen - used[item].fen) })
  return { COLLECTION: left('COLLECTION'), STORAGE: left('STORAGE'), CREMATION: left('CREMATION'), KEEPING: left('KEEPING') }
}

/**
 * 惠民殡葬: what each line comes to and how much of it is free, in whole fen. An item's units are free in the order of the lines until
 * its number of units or its amount is used up; what costs more than the amount that is left is paid by the family.
 */
export function amountsOf(lines: readonly ChargedLine[], allowances: Allowances): LineAmounts[] {
  const left = structuredClone<Record<FreeItem, Allowance>>({ ...allowances })
  return lines.map(({ freeItem, quantity, unitFen }) => {
    const grossFen = unitFen * quantity
    if (freeItem === null) return { grossFen, freeQuantity: 0, freeFen: 0 }
    const allowance = left[freeItem]
    const freeQuantity = Math.min(quantity, allowance.quantity)
    const freeFen = Math.min(freeQuantity * unitFen, allowance.fen)
    if (freeFen === 0) return { grossFen, freeQuantity: 0, freeFen: 0 }
    left[freeItem] = { quantity: allowance.quantity - freeQuantity, fen: allowance.fen - freeFen }
    return { grossFen, freeQuantity, freeFen }
  })
}

export function totalOf(lines: readonly Pick<LineAmounts, 'grossFen' | 'freeFen'>[]): BillTotals {
  const [grossFen, freeFen] = [lines.reduce((sum, line) => sum + line.grossFen, 0), lines.reduce((sum, line) => sum + line.freeFen, 0)]
  return { grossFen, freeFen, dueFen: grossFen - freeFen }
}

/** A version of an item: its price from a day on; null ends it. */
export interface PriceVersion {
  code: string
  priceFen: number | null
  effectiveFrom: string
}

/** The version of an item that is in force on a day, unless the item has ended or is not in the catalogue. */
export function priceOn<P extends PriceVersion>(versions: readonly P[], code: string, on: string): (P & { priceFen: number }) | undefined {
  const version = versions.filter((each) => each.code === code && each.effectiveFrom <= on).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  return version && version.priceFen !== null ? { ...version, priceFen: version.priceFen } : undefined
}

export const FREE_ITEMS: readonly FreeItem[] = FREE_ITEM.codes
