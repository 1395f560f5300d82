const DAY = 86_400_000
/** Excel keeps 15 digits of a number; of a longer one the last digits are lost. */
const DIGITS = 15
const FIRST_CUT = 10 ** DIGITS

/** Undoes Excel's own escape of characters: `_x000D_` is a carriage return. */
export const xmlText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** What Excel shows for the `630.30000000000007` that a pasted sum leaves in the file: `630.3`. Nothing when it is no number. */
export function numberText(stored: string): string | undefined {
  const number = Number(stored)
  return stored.trim() === '' || !Number.isFinite(number) ? undefined : String(Number(number.toPrecision(DIGITS)))
}

export const hasLostDigits = (stored: string): boolean => Math.abs(Number(stored)) >= FIRST_CUT

/** `2025-10-01`, or `2025-10-01 09:30:00`. Excel counts a 29 February 1900 that never was: the days before it are one less. */
export function dateText(stored: string, since1904: boolean): string | undefined {
  const serial = Number(stored)
  if (!Number.isFinite(serial) || serial < 1 || serial >= 2_958_466) return undefined
  const shift = since1904 ? 1462 : serial < 60 ? 1 : 0
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((serial + shift) * 86_400) * 1000)
  const text = date.toISOString()
  return date.getTime() % DAY === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}
