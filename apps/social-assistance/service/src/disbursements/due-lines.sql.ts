import { amountIn } from './settled-months'
import { offsetNow } from '../recoveries/offsets'

/** What the statements of a calculation are told: $1 batch, $2 month, $3 share, $4 deviation, $5 parameters, $6 business date; $7 and on bound a chunk. */
export interface CalculationFacts {
  batchId: string
  month: string
  /** Per cent of a line that may be kept back for a recovery. */
  offsetShare: number
  /** Per cent of difference to last month that wants a word of explanation. */
  deviation: number
  /** Versions of the parameters read, kept with each line. */
  parameters: Record<string, number>
  businessDate: string
}

export const valuesOf = ({ batchId, month, offsetShare, deviation, parameters, businessDate }: CalculationFacts): unknown[] => [
  batchId, month, offsetShare, deviation, JSON.stringify(parameters), businessDate,
]

/** In pay in a month. */
export const inPay = (month: string): string => `b.from_month <= ${month} and (b.to_month is null or b.to_month >= ${month})`

/** The hold that keeps a benefit `b` from being paid with this batch. */
const HOLD = `lateral (
    select ground, because, from_month from benefit_hold where benefit_id = b.id and lifted_on is null and from_month <= $2::text order by from_month, id limit 1)`

/** The household of a benefit `b`, looked up one by one: a chunk is a small part of the table, whatever the planner takes it for. */
const HOUSEHOLD = `lateral (select bank, account_number_sealed, account_last_four, account_holder from household where id = b.household_id limit 1)`

const ACCOUNT = 'h.bank, h.account_number_sealed, h.account_last_four, h.account_holder'
const HELD = 'hold.ground as hold_ground, hold.because as hold_because, hold.from_month as hold_from'
const WHOSE = 'b.id as benefit_id, b.household_id, b.division_code, b.applicant_name, b.document_masked, b.state as benefit_state, b.to_month'

/** The regular month of the benefits in a range: what each is worth, what is kept back of it, and what stands against paying it. */
export const regularDue = (range: string): string => `
  select ${WHOSE}, ${ACCOUNT}, ${HELD},
         'REGULAR'::text as kind, $2::text as month, a.amount_fen, a.member_count, null::uuid as payable_id, a.reason as cause,
         case when o.offset_fen > 0 then o.recovery_id end as recovery_id,
         case when o.offset_fen > 0 then least(o.offset_fen, floor(a.amount_fen * $3::numeric / 100))::bigint else 0 end as offset_fen,
         jsonb_build_object('fen', a.amount_fen, 'from', a.from_month, 'sequence', a.sequence, 'reason', a.reason, 'decision', a.decision_id, 'reassessment', a.reassessment_id) as amount_trace,
         null::jsonb as payable_trace, last.amount_fen as last_fen
  from benefit b
    cross join ${HOUSEHOLD} h
    cross join ${amountIn('$2::text')} a
    left join ${HOLD} hold on true
    left join ${offsetNow} o on true
    left join lateral (
      select l.amount_fen from disbursement_line l where l.benefit_id = b.id and l.month = to_char(($2::text || '-01')::date - interval '1 month', 'YYYY-MM') and l.kind = 'REGULAR' and l.state <> 'CANCELLED' limit 1) last on true
  where ${inPay('$2::text')} and a.amount_fen > 0 and ${range}`

/** Not given up, not in a line yet, and for no month that is still to come. */
export const payableOpen = (month: string): string => `p.cancelled_on is null and p.month <= ${month}
    and not exists (select from disbursement_line l where l.payable_id = p.id and l.state <> 'CANCELLED')`

/** What is due besides the regular month, in a range of the payables. */
export const payableDue = (range: string): string => `
  select ${WHOSE}, ${ACCOUNT}, ${HELD},
         p.kind, p.month, p.amount_fen, b.member_count, p.id as payable_id, p.cause, null::uuid as recovery_id, 0::bigint as offset_fen,
         null::jsonb as amount_trace, jsonb_build_object('causeKind', p.cause_kind, 'cause', p.cause, 'createdOn', p.created_on) as payable_trace, null::bigint as last_fen
  from payable p
    cross join lateral (select * from benefit where id = p.benefit_id limit 1) b
    cross join ${HOUSEHOLD} h
    left join ${HOLD} hold on true
  where ${payableOpen('$2::text')} and ${range}`
