import { HEAD_WITHIN, bestHead, headTitles, type FoundHead, type ReadRow } from '@xishan/service-kit'
import { ROSTER_COLUMNS, type RosterKind } from '@xishan/social-assistance-contract'

/** The head among the first rows: the row that names most of our columns, and the one below when cells reach from one into the other. */
export function findHead(rows: readonly ReadRow[], kind: RosterKind): FoundHead | undefined {
  const candidates = rows.slice(0, HEAD_WITHIN).map((row, at) => {
    const below = rows[at + 1]
    const parts = below && reachesInto(row, below) ? [row, below] : [row]
    return { row: parts.at(-1)?.number ?? row.number, heads: headTitles(parts.map(({ cells }) => cells)) }
  })
  return bestHead(candidates, ROSTER_COLUMNS[kind])
}

const reachesInto = (row: ReadRow, below: ReadRow): boolean =>
  row.refusals.some(({ kind, column }) => kind === 'merged' && below.refusals.some((other) => other.kind === 'merged' && other.column === column && row.cells[column] && !below.cells[column]))
