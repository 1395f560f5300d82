import { z } from 'zod'
import { addMonths, lengthOfMonth } from './dates'

/** A month that a benefit is paid for (待遇月份), `YYYY-MM`. */
export const BenefitMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应为“年-月”，例如 2025-10')
export type BenefitMonth = z.infer<typeof BenefitMonth>

export const monthOf = (date: string): BenefitMonth => date.slice(0, 7)
export const firstDayOf = (month: BenefitMonth): string => `${month}-01`
export const lastDayOf = (month: BenefitMonth): string =>
  `${month}-${lengthOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`

/** The month `count` later (earlier when negative). */
export const addToMonth = (month: BenefitMonth, count: number): BenefitMonth => monthOf(addMonths(firstDayOf(month), count))

/** "From the next month": the month after that of the decision (57号 §21). */
export const monthAfter = (date: string): BenefitMonth => addToMonth(monthOf(date), 1)

/** Months from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: BenefitMonth, to: BenefitMonth): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))

/** Every month from `from` to `to`, both included. */
export const monthRange = (from: BenefitMonth, to: BenefitMonth): BenefitMonth[] =>
  Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, i) => addToMonth(from, i))

/** `2025年10月`, as it stands on paper. */
export const monthInChinese = (month: BenefitMonth): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
