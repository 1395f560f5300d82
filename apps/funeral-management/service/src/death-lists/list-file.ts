import { DomainProblem } from '@xishan/domain'
import { LIST_COLUMNS, type ListSource } from '@xishan/funeral-management-contract'
import { HEAD_WITHIN, SealedFile, bestHead, headTitles, readSheetRows, type FoundHead, type ReadRow } from '@xishan/service-kit'

export const listFile = new SealedFile('death_list_file', 'list_id')

/** @throws DomainProblem `death-list-head-missing` and those of the workbook */
export async function findHead(bytes: Buffer, source: ListSource): Promise<FoundHead> {
  const first: ReadRow[] = []
  for await (const rows of readSheetRows(bytes)) {
    first.push(...rows)
    if (first.length >= HEAD_WITHIN) break
  }
  const head = bestHead(first.slice(0, HEAD_WITHIN).map(({ number, cells }) => ({ row: number, heads: headTitles([cells]) })), LIST_COLUMNS[source])
  if (!head) throw new DomainProblem('death-list-head-missing', { rows: HEAD_WITHIN }, [{ field: 'file', message: '没有找到表头' }])
  return head
}

/** The rows below the head, in batches. */
export async function* rowsBelow(bytes: Buffer, headRow: number): AsyncGenerator<ReadRow[]> {
  for await (const rows of readSheetRows(bytes)) {
    const below = rows.filter(({ number, cells, refusals }) => number > headRow && (refusals.length > 0 || cells.some((cell) => cell !== null && cell.trim() !== '')))
    if (below.length > 0) yield below
  }
}
