/**
 * Money is a whole number of fen (100 fen = 1 yuan), never a fraction and never a float of yuan. Factors and divisors are
 * worked in whole numbers, so that 1.3 × 630 yuan is 819 yuan and not 819.0000000001.
 */
const whole = (fen: number): bigint => {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`)
  return BigInt(fen)
}

/** `numerator / denominator` to the nearest whole number, halves away from zero. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('cannot divide by zero or less')
  const sign = numerator < 0n ? -1n : 1n
  return sign * ((sign * numerator * 2n + denominator) / (denominator * 2n))
}

/** A decimal such as 1.3 as an exact fraction. */
function fraction(factor: number): { numerator: bigint; denominator: bigint } {
  const parts = /^(-?\d+)(?:\.(\d+))?$/.exec(String(factor))
  if (!parts) throw new RangeError(`not a plain decimal: ${factor}`)
  const decimals = parts[2] ?? ''
  return { numerator: BigInt((parts[1] ?? '0') + decimals), denominator: 10n ** BigInt(decimals.length) }
}

/** `fen × factor`, half-up to the fen. */
export function timesFactor(fen: number, factor: number): number {
  const { numerator, denominator } = fraction(factor)
  return Number(divideHalfUp(whole(fen) * numerator, denominator))
}

/** `percent` per cent of the amount, half-up to the fen. */
export function percentOf(fen: number, percent: number): number {
  const { numerator, denominator } = fraction(percent)
  return Number(divideHalfUp(whole(fen) * numerator, denominator * 100n))
}

/** The amount shared by `parts` (months, people), half-up to the fen. */
export const sharedBy = (fen: number, parts: number): number => Number(divideHalfUp(whole(fen), whole(parts)))

/** Up to the next whole yuan; negative amounts towards zero. */
export const upToYuan = (fen: number): number => {
  const rest = fen % 100
  whole(fen)
  return rest > 0 ? fen - rest + 100 : fen - rest
}

/** `part ÷ total × 100` with two decimals, half-up; null when there is no total, for then there is no rate. */
export function ratePercent(part: number, total: number): number | null {
  if (total === 0) return null
  return Number(divideHalfUp(whole(part) * 10_000n, whole(total))) / 100
}

/** `1,234.50`: for tables, always two decimals. */
export function formatYuan(fen: number): string {
  whole(fen)
  const [sign, size] = fen < 0 ? ['-', -fen] : ['', fen]
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${yuan}.${String(size % 100).padStart(2, '0')}`
}

/** `630元`, `630.50元`: for sentences; a whole amount shows no decimals. */
export const yuanInWords = (fen: number): string => `${formatYuan(fen).replace(/\.00$/, '')}元`

export type YuanReading = { ok: true; fen: number } | { ok: false; message: string }
const LARGEST_FEN = 100_000_000_00

/** Reads what a person types as yuan: `630`, `630.5`, `1,234.50`, full-width digits, a leading ￥ or trailing 元. */
export function readYuan(text: string): YuanReading {
  const plain = text
    .replace(/[０-９．，]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
  if (plain === '') return { ok: false, message: '请填写金额（元）。' }
  if (plain.startsWith('-')) return { ok: false, message: '金额不能为负数，请改正。' }
  if (/^\d+\.\d{3,}$/.test(plain)) return { ok: false, message: '金额最多到分（两位小数），请改正。' }
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(plain)
  if (!parts) return { ok: false, message: `“${text.trim()}”不是金额，请填写数字，例如 630 或 630.50。` }
  const yuan = (parts[1] ?? '').replaceAll(',', '')
  const fen = Number(yuan) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  if (fen > LARGEST_FEN) return { ok: false, message: '金额超出合理范围（1 亿元），请核对单位是否为元。' }
  return { ok: true, fen }
}
