import { headTitles, proposeMapping, type ReadRow } from '@xishan/service-kit'
import { ROSTER_COLUMNS, type RosterKind } from '@xishan/social-assistance-contract'

export interface FoundHead {
  /** The last row of the head, as the sheet counts. */
  row: number
  heads: string[]
}

/** How far down a head is looked for. */
export const HEAD_WITHIN = 20
/** A row that names fewer of our columns is a title or data. */
const FEWEST = 2

/** The head among the first rows: the row that names most of our columns, and the one below when cells reach from one into the other. */
export function findHead(rows: readonly ReadRow[], kind: RosterKind): FoundHead | undefined {
  const candidates = rows.slice(0, HEAD_WITHIN).map((row, at) => {
    const below = rows[at + 1]
    const parts = below && reachesInto(row, below) ? [row, below] : [row]
    const heads = headTitles(parts.map(({ cells }) => cells))
    const found = proposeMapping(heads, ROSTER_COLUMNS[kind])
    return { row: parts.at(-1)?.number ?? row.number, heads, score: Object.keys(found.columns).length + found.ambiguous.length + found.repeated.length }
  })
  const [best] = candidates.filter(({ score }) => score >= FEWEST).sort((a, b) => b.score - a.score)
  return best && { row: best.row, heads: best.heads }
}

const reachesInto = (row: ReadRow, below: ReadRow): boolean =>
  row.refusals.some(({ kind, column }) => kind === 'merged' && below.refusals.some((other) => other.kind === 'merged' && other.column === column && row.cells[column] && !below.cells[column]))
