/** Cut off, not rounded: 99.996 % must not read as the 100 % it has missed. */
const FIGURE = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2, roundingMode: 'trunc' })

/** A number with its unit as staff write it: `99.83%`, `1,000 人`; a dash where there is no number. */
export function figure(value: number | null, unit: string): string {
  if (value === null) return '—'
  return unit === '%' ? `${FIGURE.format(value)}%` : `${FIGURE.format(value)} ${unit}`
}

/** The distance between two values; of percentages in percentage points. Differences are rounded, since they carry the noise of subtraction. */
export function difference(value: number, from: number, unit: string): string {
  const distance = Math.round((value - from) * 10_000) / 10_000
  const sign = distance > 0 ? '+' : ''
  return `${sign}${FIGURE.format(distance)} ${unit === '%' ? '个百分点' : unit}`
}

const HOUR = 3_600_000

/** How long ago a moment of system time is: `刚刚`, `25 分钟前`, `2 小时前`, `3 天前`. */
export function ageInWords(instant: string, now: number): string {
  const age = Math.max(now - Date.parse(instant), 0)
  if (age < 60_000) return '刚刚'
  if (age < HOUR) return `${Math.floor(age / 60_000)} 分钟前`
  return age < 48 * HOUR ? `${Math.floor(age / HOUR)} 小时前` : `${Math.floor(age / (24 * HOUR))} 天前`
}
