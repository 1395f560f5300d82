import type { Actor } from '@xishan/domain'
import type { Reads } from '../database/reads'
import type { PlaceNames } from '../divisions/division-names'
import type { Statement } from '../lists/conditions'
import type { SheetColumn, SheetRow } from '../spreadsheets'

/** A list on its way into a workbook: what it is called, its columns, how many rows, and the rows in batches. */
export interface ExportedList {
  title: string
  columns: readonly SheetColumn[]
  count: Statement
  batches(reads: Reads, actor: Actor): AsyncGenerator<SheetRow[]>
}

/** Which list, under which filters; a line's own input names its subjects and their filters. */
export interface ExportRequest {
  subject: string
  filters: object
}

/** The rows that a list shows under the same filters, masked as the list masks them. */
export type ExportedLists<I extends ExportRequest = ExportRequest> = (input: I, actor: Actor, today: string, names: PlaceNames) => ExportedList

/** Injection token of the line's {@link ExportedLists}. */
export const EXPORTED_LISTS = Symbol('lists that may be exported')

interface Parts<Row> {
  title: string
  columns: readonly SheetColumn[]
  count: Statement
  list: Statement
  cells: (row: Row) => SheetRow
}

/** Few enough that little of a long list is ever alive at once: what lives through a collection stays in memory until much later. */
const ROWS_AT_ONCE = 100

/** The list of a statement, each row made into cells. */
export const exportedList = <Row>({ title, columns, count, list, cells }: Parts<Row>): ExportedList => ({
  title,
  columns,
  count,
  async *batches(reads, actor) {
    for await (const rows of reads.stream<Row>(actor, list.sql, list.parameters, ROWS_AT_ONCE)) yield rows.map(cells)
  },
})
