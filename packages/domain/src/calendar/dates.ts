/**
 * Calendar dates as `YYYY-MM-DD` strings, Asia/Shanghai. A business date never carries a time or a zone, so no function here
 * looks at a clock.
 */
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

/** Whether the text is `YYYY-MM-DD` and such a day exists (2025-02-29 does not). */
export function isRealDate(text: string): boolean {
  const parts = ISO_DATE.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
}

/** Days in a month; `month` is 1 to 12. */
export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const dayNumber = (date: string): number => {
  if (!isRealDate(date)) throw new RangeError(`not a date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`) / DAY
}
const fromDayNumber = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** The date `days` later (earlier when negative). */
export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(date) + days)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: string, to: string): string[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, i) => fromDayNumber(first + i))
}

/** 0 is Sunday, 6 Saturday. */
export const weekday = (date: string): number => (((dayNumber(date) + 4) % 7) + 7) % 7

/** The same day `months` later, or the month's last day where there is no such day (Civil Code §202). */
export function addMonths(date: string, months: number): string {
  dayNumber(date)
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  const day = Math.min(Number(date.slice(8)), lengthOfMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Full years of age (周岁): one more from the birthday on; who is born on 29 February, from 1 March in a common year. */
export function ageOn(birthDate: string, on: string): number {
  return Math.floor(ageInMonths(birthDate, on) / 12)
}

/** Full months of age. */
export function ageInMonths(birthDate: string, on: string): number {
  dayNumber(birthDate)
  dayNumber(on)
  const months = (Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))) * 12 + Number(on.slice(5, 7)) - Number(birthDate.slice(5, 7))
  return on.slice(8) >= birthDate.slice(8) ? months : months - 1
}

/** `2025年9月30日`, as it stands on paper. */
export const dateInChinese = (date: string): string => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
