import { createHash } from 'node:crypto'
import { DomainProblem } from '@xishan/domain'
import { LIST_COLUMNS, type ListSource } from '@xishan/funeral-management-contract'
import { headTitles, proposeMapping, readSheetRows, type Ask, type Ciphers, type ReadRow } from '@xishan/service-kit'

const PIECE = 256 * 1024
/** How far down a head is looked for. */
const HEAD_WITHIN = 20
/** A row that names fewer of our columns is a title or data. */
const FEWEST = 2

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Piece by piece, so that sealing a large file keeps nobody waiting. */
export async function keepFile(ask: Ask, ciphers: Ciphers, of: { id: string; divisionCode: string }, bytes: Buffer): Promise<void> {
  for (let at = 0; at * PIECE < bytes.length; at++) {
    const piece = ciphers.encrypt(bytes.subarray(at * PIECE, (at + 1) * PIECE).toString('base64'))
    await ask(`insert into death_list_file (list_id, position, division_code, piece_sealed) values ($1, $2, $3, $4)`, [of.id, at, of.divisionCode, piece])
  }
}

export async function keptFile(ask: Ask, ciphers: Ciphers, listId: string): Promise<Buffer> {
  const pieces = await ask<{ piece: string }>(`select piece_sealed as piece from death_list_file where list_id = $1 order by position`, [listId])
  return Buffer.concat(pieces.map(({ piece }) => Buffer.from(ciphers.decrypt(piece), 'base64')))
}

/** @throws DomainProblem `death-list-head-missing` and those of the workbook */
export async function findHead(bytes: Buffer, source: ListSource): Promise<{ row: number; heads: string[] }> {
  const first: ReadRow[] = []
  for await (const rows of readSheetRows(bytes)) {
    first.push(...rows)
    if (first.length >= HEAD_WITHIN) break
  }
  const candidates = first.slice(0, HEAD_WITHIN).map(({ number, cells }) => {
    const heads = headTitles([cells])
    const { columns, ambiguous } = proposeMapping(heads, LIST_COLUMNS[source])
    return { row: number, heads, score: Object.keys(columns).length + ambiguous.length }
  })
  const [best] = candidates.filter(({ score }) => score >= FEWEST).sort((a, b) => b.score - a.score)
  if (!best) throw new DomainProblem('death-list-head-missing', { rows: HEAD_WITHIN }, [{ field: 'file', message: '没有找到表头' }])
  return { row: best.row, heads: best.heads }
}

/** The rows below the head, in batches. */
export async function* rowsBelow(bytes: Buffer, headRow: number): AsyncGenerator<ReadRow[]> {
  for await (const rows of readSheetRows(bytes)) {
    const below = rows.filter(({ number, cells, refusals }) => number > headRow && (refusals.length > 0 || cells.some((cell) => cell !== null && cell.trim() !== '')))
    if (below.length > 0) yield below
  }
}
