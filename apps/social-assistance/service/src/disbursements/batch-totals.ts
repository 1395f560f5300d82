import type { Work } from '@xishan/service-kit'

/** What a batch comes to: what is to be paid, and beside it what is held back. Lines that were given up count nowhere. */
export interface BatchTotals {
  lineCount: number
  householdCount: number
  totalFen: number
  heldCount: number
  heldFen: number
  offsetFen: number
}

/** The sums of a batch's lines as they stand now. */
export async function totalsOf(work: Work, batchId: string): Promise<BatchTotals> {
  const [row] = await work.query<BatchTotals>(
    `select count(*) filter (where state <> 'HELD')::int as "lineCount", count(distinct household_id) filter (where state <> 'HELD')::int as "householdCount",
            coalesce(sum(pay_fen) filter (where state <> 'HELD'), 0)::float8 as "totalFen", count(*) filter (where state = 'HELD')::int as "heldCount",
            coalesce(sum(pay_fen) filter (where state = 'HELD'), 0)::float8 as "heldFen", coalesce(sum(offset_fen) filter (where state <> 'HELD'), 0)::float8 as "offsetFen"
     from disbursement_line where batch_id = $1 and state <> 'CANCELLED'`,
    [batchId],
  )
  if (!row) throw new RangeError('an aggregate without a row')
  return row
}
