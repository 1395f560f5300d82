import type { Work } from '@xishan/service-kit'
import { RESERVED_OFFSETS, offsetNow } from '../recoveries/offsets'
import { totalsOf } from './batch-totals'
import type { Batch } from './batch.entity'
import { inPay } from './due-lines.sql'
import { amountIn } from './settled-months'

const MOST = (offset: string): string => `least(${offset}, floor(a.amount_fen * $3::numeric / 100))`

/** What would be kept back now of a line that keeps something back already: its own reservation does not count against it. */
const OFFSET_NOW = `coalesce(
    (select ${MOST(`least(r.monthly_offset_fen, r.due_fen - r.settled_fen - ${RESERVED_OFFSETS} + line.offset_fen)`)} from recovery r where r.id = line.recovery_id and r.state = 'OFFSETTING'),
    (select ${MOST('o.offset_fen')} from ${offsetNow} o where line.recovery_id is null), 0)`

const HOLD_NOW = `exists (select from benefit_hold where benefit_id = b.id and lifted_on is null and from_month <= $2::text)`
const OTHER_ACCOUNT = `(line.bank, line.account_number_sealed, line.account_holder) is distinct from (h.bank, h.account_number_sealed, h.account_holder)`

/** Waiting lines of the month that would not be written like this now, and who would be paid and has no line. */
const REGULAR = `
  select line.household_id
  from disbursement_line line
    join household h on h.id = line.household_id
    left join benefit b on b.id = line.benefit_id and ${inPay('$2::text')}
    left join ${amountIn('$2::text')} a on true
  where line.batch_id = $1 and line.kind = 'REGULAR' and line.state = 'PENDING'
    and (b.id is null or a.amount_fen is distinct from line.amount_fen or ${OTHER_ACCOUNT} or ${HOLD_NOW} or ${OFFSET_NOW} <> line.offset_fen)
  union all
  select b.household_id
  from benefit b cross join ${amountIn('$2::text')} a
  where ${inPay('$2::text')} and a.amount_fen > 0
    and not exists (select from disbursement_line l where l.batch_id = $1 and l.kind = 'REGULAR' and l.benefit_id = b.id)
    and not exists (select from disbursement_line l where l.benefit_id = b.id and l.month = $2::text and l.kind = 'REGULAR' and l.state <> 'CANCELLED')`

/** Waiting lines of what is due besides, that would not be written like this now. What became due since waits for the next batch. */
const PAYABLE = `
  select line.household_id
  from disbursement_line line
    join household h on h.id = line.household_id
    join payable p on p.id = line.payable_id
    join benefit b on b.id = line.benefit_id
  where line.batch_id = $1 and line.state = 'PENDING' and $3::numeric is not null and (p.cancelled_on is not null or ${OTHER_ACCOUNT} or ${HOLD_NOW})`

/** How many households the batch would be calculated differently for, were it calculated now. */
export async function outdatedHouseholds(work: Work, { id, kind, month }: Batch, offsetShare: number): Promise<number> {
  await work.query('set local statement_timeout = 0')
  const [row] = await work.query<{ households: number }>(
    `select count(distinct household_id)::int as households from (${kind === 'REGULAR' ? `${REGULAR} union all ${PAYABLE}` : PAYABLE}) changed`,
    [id, month, offsetShare],
  )
  return row?.households ?? 0
}

/** How many lines were held back, or let go, since the sums were settled. */
export async function movedSince(work: Work, batch: Batch): Promise<number> {
  const now = await totalsOf(work, batch.id)
  return Math.max(Math.abs(now.heldCount - batch.heldCount), now.totalFen === batch.totalFen ? 0 : 1)
}
