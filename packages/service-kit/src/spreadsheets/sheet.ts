/** How a column's values are written. `money` takes integer fen and shows yuan; `date` takes an ISO date. */
export type SheetColumnKind = 'text' | 'number' | 'money' | 'date'

export interface SheetColumn {
  title: string
  kind?: SheetColumnKind
  /** In characters of the default font; a Chinese character takes two. */
  width?: number
}

export type SheetValue = string | number | null | undefined
export type SheetRow = readonly SheetValue[]

/** Who took the data out and when, above the head of the sheet; forms prescribed by law and payment templates have none. */
export interface SheetMark {
  user: string
  /** As it is shown, e.g. `2025-09-30 10:24`. */
  at: string
  /** E.g. `演示数据`. */
  note?: string
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  /** Those that come by and by come in batches: a promise for each row of a long sheet is memory that stays until much later. */
  rows: Iterable<SheetRow> | AsyncIterable<readonly SheetRow[]>
  mark?: SheetMark
  /** Lines above everything else, each over the whole width: what a prescribed form is called, its unit and month. */
  titles?: readonly string[]
  /** The age that the file's parts bear: the same rows with the same age make the same bytes. */
  madeAt?: Date
}

/** What Excel holds. */
export const MOST_ROWS = 1_048_576
export const LONGEST_TEXT = 32_767
