import type { Work } from '@xishan/service-kit'
import { inPay, payableDue, payableOpen, regularDue, valuesOf, type CalculationFacts } from './due-lines.sql'
import { writeLines } from './write-lines.sql'

/** Enough rows to be worth a statement, few enough that nothing waits long for one. */
const CHUNK = 3_000

/** The last row of a stage that is done: by division, then by id, so that a roster is in the order of its communities. */
export interface Place {
  division: string
  id: string
}
const BEFORE_ALL: Place = { division: '', id: '00000000-0000-0000-0000-000000000000' }

interface Stage {
  alias: 'b' | 'p'
  /** What is walked through, with the month as an SQL expression. */
  source: (month: string) => string
  due: (range: string) => string
}

export const STAGES = {
  REGULAR: { alias: 'b', source: (month) => `benefit b where ${inPay(month)}`, due: regularDue },
  PAYABLES: { alias: 'p', source: (month) => `payable p where ${payableOpen(month)}`, due: payableDue },
} as const satisfies Record<string, Stage>
export type StageName = keyof typeof STAGES

export async function countOf(work: Work, stage: StageName, month: string): Promise<number> {
  const [row] = await work.query<{ count: number }>(`select count(*)::int as count from ${STAGES[stage].source('$1::text')}`, [month])
  return row?.count ?? 0
}

/** Writes the next chunk after a place. Null when there is none. */
export async function writeNext(work: Work, stage: StageName, facts: CalculationFacts, after: Place = BEFORE_ALL): Promise<{ place: Place; walked: number } | null> {
  const { alias, source, due } = STAGES[stage]
  const key = `(${alias}.division_code, ${alias}.id)`
  const order = `${alias}.division_code, ${alias}.id`
  const [last] = await work.query<Place & { walked: number }>(
    `select division, id, walked from (
       select ${alias}.division_code as division, ${alias}.id, row_number() over (order by ${order})::int as walked
       from ${source('$1::text')} and ${key} > ($2::text, $3::uuid) order by ${order} limit ${CHUNK}) chunk
     order by walked desc limit 1`,
    [facts.month, after.division, after.id],
  )
  if (!last) return null
  const range = `${key} > ($7::text, $8::uuid) and ${key} <= ($9::text, $10::uuid)`
  await work.query(writeLines(due(range)), [...valuesOf(facts), after.division, after.id, last.division, last.id])
  return { place: { division: last.division, id: last.id }, walked: last.walked }
}

/** Takes away some of the lines of a draft that is calculated anew. Their number; none when nothing is left. */
export async function clearSome(work: Work, batchId: string): Promise<number> {
  const [row] = await work.query<{ gone: number }>(
    `with gone as (delete from disbursement_line where id = any (array(select id from disbursement_line where batch_id = $1 order by seq limit ${CHUNK})) returning 1)
     select count(*)::int as gone from gone`,
    [batchId],
  )
  return row?.gone ?? 0
}
