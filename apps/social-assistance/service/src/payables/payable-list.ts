import { Conditions, cursorParts, dateOfCursor, foundBy, type Statement } from '@xishan/service-kit'
import type { PayableQuery, PayableRow, PayableStanding } from '@xishan/social-assistance-contract'

export type ListedPayable = Omit<PayableRow, 'streetName' | 'communityName'> & { divisionCode: string }

/** Where it has got to; `l` is the line that has it. */
const STANDING = `case when p.cancelled_on is not null then 'CANCELLED' when l.id is null then 'OPEN' when l.state in ('PAID', 'REISSUED') then 'PAID' else 'IN_BATCH' end`

const IS: Record<PayableStanding, string> = {
  OPEN: 'p.cancelled_on is null and l.id is null',
  IN_BATCH: `p.cancelled_on is null and l.state not in ('PAID', 'REISSUED')`,
  PAID: `l.state in ('PAID', 'REISSUED')`,
  CANCELLED: 'p.cancelled_on is not null',
}

function filtered(query: PayableQuery): { conditions: Conditions; from: string } {
  const conditions = new Conditions().within('p.division_code', query.division)
  const { from } = foundBy(conditions, { table: 'benefit', alias: 'b', nameColumn: 'applicant_name' }, query.q)
  conditions
    .andIf(query.kind, (kind) => conditions.and('p.kind = ?', kind))
    .andIf(query.causeKind, (kind) => conditions.and('p.cause_kind = ?', kind))
    .andIf(query.month, (month) => conditions.and('p.month = ?', month))
    .andIf(query.standing, (standing) => conditions.and(IS[standing]))
  return { conditions, from: `${from} join payable p on p.benefit_id = b.id left join disbursement_line l on l.payable_id = p.id and l.state <> 'CANCELLED'` }
}

/** One page, newest first; takes its limit as the last parameter. */
export function payablePage(query: PayableQuery): Statement {
  const { conditions, from } = filtered(query)
  const [day, id] = cursorParts(query.after, 2) ?? []
  if (day !== undefined && id !== undefined) conditions.and('(p.created_on, p.id) < (?::date, ?::uuid)', dateOfCursor(day), id)
  return {
    sql: `select p.id, b.id as "benefitId", b.number as "benefitNumber", b.applicant_name as "applicantName", p.division_code as "divisionCode", p.kind, p.month, p.amount_fen::float8 as "amountFen",
                 p.cause_kind as "causeKind", p.cause_id as "causeId", p.cause, p.created_on::text as "createdOn", p.created_by as "createdBy", ${STANDING} as standing, l.batch_id as "batchId",
                 (select o.number from batch_outlines(array[l.batch_id]) o) as "batchNumber", p.cancelled_because as "cancelledBecause", p.created_on::text || '|' || p.id as cursor
          from ${from} where ${conditions} order by p.created_on desc, p.id desc limit $${conditions.parameters.length + 1}`,
    parameters: conditions.parameters,
  }
}

/** Sums over the whole filter, by street. */
export function payableSums(query: PayableQuery): Statement {
  const { conditions, from } = filtered(query)
  const sum = (standing: PayableStanding) => `coalesce(sum(p.amount_fen) filter (where ${IS[standing]}), 0)::float8`
  return {
    sql: `select left(p.division_code, 9) as code, count(*)::int as count, ${sum('OPEN')} as "openFen", ${sum('IN_BATCH')} as "inBatchFen", ${sum('PAID')} as "paidFen"
          from ${from} where ${conditions} group by left(p.division_code, 9) order by 1`,
    parameters: conditions.parameters,
  }
}
