import type { Draw } from './random'

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** A UUID of version 7 of a moment, its random part drawn. @param at milliseconds since 1970 */
export function idAt(at: number, draw: Draw): string {
  const time = hex(at, 12)
  const random = hex(draw.bits(), 8) + hex(draw.bits(), 8) + hex(draw.bits(), 8)
  const variant = hex(8 + (draw.bits() & 3), 1)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`
}

/** A moment of a day in Kunming, as milliseconds since 1970. @param minute of the day */
export const momentOf = (date: string, minute: number, second = 0): number => Date.parse(`${date}T00:00:00+08:00`) + minute * 60_000 + second * 1000
