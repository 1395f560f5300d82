import { columnName } from './sheet-xml'

/** A column that an import wants. `title` is what a template calls it; `aliases` what other people do. */
export interface WantedColumn {
  key: string
  title: string
  aliases?: readonly string[]
  required?: boolean
}

/** What is kept for the next file of the same kind: a wanted column's key → the head as it stood in the file. */
export type SavedMapping = Readonly<Record<string, string>>

export interface ColumnMapping {
  /** Key → index of the column, from 0. */
  columns: Record<string, number>
  /** The same as it is kept for the next file. */
  saved: SavedMapping
  /** Required columns that the file has not. */
  missing: WantedColumn[]
  /** Wanted columns that more than one column of the file may be; they are not mapped. */
  ambiguous: { wanted: WantedColumn; columns: number[] }[]
  /** Columns of the file that were chosen for more than one wanted column; they are not mapped. */
  repeated: { column: number; wanted: WantedColumn[] }[]
  /** Columns with a head that nobody wants. */
  unused: number[]
}

type HeadRow = readonly (string | null)[]

/** The heads of a sheet by column: of several rows, what stands above first. `金额（元）`. */
export function headTitles(rows: readonly HeadRow[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]?.trim() ?? '').filter(Boolean).join(' '))
}

/** Without spaces, marks of punctuation and width: what people vary when they mean the same. */
export const normalHead = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')

/** Finds wanted columns: by the very title, by the title however it is punctuated, then by an alias. */
export function proposeMapping(heads: readonly string[], wanted: readonly WantedColumn[]): ColumnMapping {
  return mapped(heads, wanted, (column) => {
    const exact = indexesOf(heads, (head) => head === column.title)
    if (exact.length > 0) return exact
    const normal = indexesOf(heads, (head) => isAlike(head, column.title))
    return normal.length > 0 ? normal : indexesOf(heads, (head) => (column.aliases ?? []).some((alias) => isAlike(head, alias)))
  })
}

/** A mapping that was kept, on another file: each head must stand there again, once. */
export function applyMapping(saved: SavedMapping, heads: readonly string[], wanted: readonly WantedColumn[]): ColumnMapping {
  return mapped(heads, wanted, ({ key }) => {
    const title = Object.hasOwn(saved, key) ? saved[key] : undefined
    return title === undefined ? [] : indexesOf(heads, (head) => isAlike(head, title))
  })
}

function mapped(heads: readonly string[], wanted: readonly WantedColumn[], find: (column: WantedColumn) => number[]): ColumnMapping {
  const found = wanted.map((column) => ({ wanted: column, columns: find(column) }))
  const claims = heads.map((_, column) => found.flatMap(({ wanted: claimant, columns }) => (columns.length === 1 && columns[0] === column ? [claimant] : [])))
  const sure = claims.flatMap(([claimant, ...others], column) => (claimant && others.length === 0 ? [{ key: claimant.key, column }] : []))
  const touched = new Set(found.flatMap(({ columns }) => columns))
  return {
    columns: Object.fromEntries(sure.map(({ key, column }) => [key, column])),
    saved: Object.fromEntries(sure.map(({ key, column }) => [key, heads[column] ?? ''])),
    missing: found.filter(({ wanted: { required }, columns }) => required && columns.length === 0).map((entry) => entry.wanted),
    ambiguous: found.filter(({ columns }) => columns.length > 1),
    repeated: claims.flatMap((claimants, column) => (claimants.length > 1 ? [{ column, wanted: claimants }] : [])),
    unused: indexesOf(heads, (head, index) => head !== '' && !touched.has(index)),
  }
}

/** Sentences for the person who chose the file; none when every required column was found once. */
export function mappingProblems({ missing, ambiguous, repeated }: ColumnMapping): string[] {
  return [
    ...missing.map(({ title }) => `缺少“${title}”列，请补上该列，或指定由哪一列提供。`),
    ...ambiguous.map(({ wanted, columns }) => `“${wanted.title}”对应多列（${columns.map(columnName).join('、')}），请只保留一列，或指定其中一列。`),
    ...repeated.map(({ column, wanted }) => `${columnName(column)} 列被同时用作${wanted.map(({ title }) => `“${title}”`).join('和')}，请分别指定。`),
  ]
}

const isAlike = (one: string, other: string): boolean => normalHead(one) !== '' && normalHead(one) === normalHead(other)

const indexesOf = (heads: readonly string[], matches: (head: string, index: number) => boolean): number[] =>
  heads.flatMap((head, index) => (matches(head, index) ? [index] : []))
