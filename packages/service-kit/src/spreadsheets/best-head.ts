import { proposeMapping, type WantedColumn } from './column-mapping'

export interface FoundHead {
  /** The last row of the head, as the sheet counts. */
  row: number
  heads: string[]
}

/** How far down a head is looked for. */
export const HEAD_WITHIN = 20
/** A row that names fewer of the wanted columns is a title or data. */
const FEWEST = 2

/** The row that names most of the wanted columns. */
export function bestHead(candidates: readonly FoundHead[], wanted: readonly WantedColumn[]): FoundHead | undefined {
  const scored = candidates.map((head) => {
    const { columns, ambiguous, repeated } = proposeMapping(head.heads, wanted)
    return { head, score: Object.keys(columns).length + ambiguous.length + repeated.length }
  })
  return scored.filter(({ score }) => score >= FEWEST).sort((a, b) => b.score - a.score)[0]?.head
}
