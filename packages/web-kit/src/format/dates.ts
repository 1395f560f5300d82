const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** A moment of system time as staff read it: `2025-09-30 10:12`, Beijing time. */
export function formatInstant(instant: string | null | undefined): string {
  const time = Date.parse(instant ?? '')
  return Number.isNaN(time) ? '—' : SHANGHAI.format(time)
}

/** A date in words for notices and headings: `2025年9月30日`. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
