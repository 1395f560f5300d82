import { formatYuan } from '@xishan/domain'

/** One of the things that are added up in a bar: a fund, a kind. */
export interface BarSeries {
  key: string
  title: string
}

/** A bar: a month, a street, a fund. A value that is missing counts nothing; none is negative. */
export interface BarRow {
  key: string
  label: string
  values: Readonly<Record<string, number | undefined>>
}

export interface Bar {
  key: string
  label: string
  total: number
  /** Lengths in percent of the longest bar. */
  parts: { series: string; value: number; length: number }[]
}

const valueOf = ({ values }: BarRow, key: string): number => Math.max(values[key] ?? 0, 0)
const totalOf = (row: BarRow, series: readonly BarSeries[]): number => series.reduce((sum, { key }) => sum + valueOf(row, key), 0)

/** The bars on one scale that begins at nothing. */
export function barsOf(rows: readonly BarRow[], series: readonly BarSeries[]): Bar[] {
  const longest = Math.max(0, ...rows.map((row) => totalOf(row, series)))
  return rows.map((row) => ({
    key: row.key,
    label: row.label,
    total: totalOf(row, series),
    parts: series.map(({ key }) => ({ series: key, value: valueOf(row, key), length: longest === 0 ? 0 : (valueOf(row, key) / longest) * 100 })).filter(({ value }) => value > 0),
  }))
}

/** Fen in a chart's words: `1,234.50 元`. */
export const moneyWords = (fen: number): string => `${formatYuan(fen)} 元`
