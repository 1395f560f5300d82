import { cursorParts, Conditions, type Statement } from '@xishan/service-kit'
import type { BatchQuery } from '@xishan/social-assistance-contract'

export const LISTED_BATCH = `b.id, b.number, b.kind, b.month, b.title, b.state, b.state_since::text as "stateSince", b.made_by as "madeBy", b.household_count as households,
  b.line_count as lines, b.total_fen::float8 as "totalFen", b.held_count as "heldLines", b.held_fen::float8 as "heldFen", b.offset_fen::float8 as "offsetFen"`

/** Batches, the latest month first; takes the limit as the last parameter. */
export function batchPage(query: BatchQuery): Statement {
  const conditions = new Conditions()
    .andIf(query.from, (from) => conditions.and('b.month >= ?', from))
    .andIf(query.to, (to) => conditions.and('b.month <= ?', to))
    .andIf(query.state, (state) => conditions.and('b.state = ?', state))
    .andIf(query.kind, (kind) => conditions.and('b.kind = ?', kind))
  const [month, number] = cursorParts(query.after, 2) ?? []
  conditions.andIf(month, (last) => conditions.and('(b.month, b.number) < (?, ?)', last, number))
  return {
    sql: `select ${LISTED_BATCH}, b.month || '|' || b.number as cursor from disbursement_batch b where ${conditions} order by b.month desc, b.number desc limit $${conditions.parameters.length + 1}::int`,
    parameters: conditions.parameters,
  }
}
