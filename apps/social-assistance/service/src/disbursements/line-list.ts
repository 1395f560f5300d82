import type { PageQuery } from '@xishan/domain'
import { Conditions, cursorParts, foundBy, type PlaceNames, type Statement } from '@xishan/service-kit'
import type { BatchLineQuery, BatchLineRow } from '@xishan/social-assistance-contract'
import type { z } from 'zod'

export type LineFilters = Omit<BatchLineQuery, keyof z.infer<typeof PageQuery>>
export type ListedLine = Omit<BatchLineRow, 'streetName' | 'communityName'>

export const LISTED_LINE = `l.id, l.seq, l.benefit_id as "benefitId", l.household_id as "householdId", b.number as "benefitNumber", l.applicant_name as "applicantName",
  l.document_masked as "documentMasked", l.division_code as "divisionCode", l.member_count as members, l.kind, l.month, l.amount_fen::float8 as "amountFen",
  l.offset_fen::float8 as "offsetFen", l.pay_fen::float8 as "payFen", l.bank, l.account_last_four as "accountLastFour", l.account_holder as "accountHolder", l.cause, l.state,
  l.state_because as "stateBecause"`

/** Lines of a batch; none while they are being written. */
function conditionsOf(batchId: string, filters: LineFilters): { conditions: Conditions; from: string } {
  const conditions = new Conditions().and('l.batch_id = ?', batchId).within('l.division_code', filters.division)
  const { from } = foundBy(conditions, { table: 'benefit', alias: 'b', nameColumn: 'applicant_name' }, filters.q)
  conditions
    .andIf(filters.state, (state) => conditions.and('l.state = ?', state))
    .andIf(filters.kind, (kind) => conditions.and('l.kind = ?', kind))
    .andIf(filters.finding, (finding) => conditions.and('l.id in (select f.line_id from disbursement_finding f where f.batch_id = ? and f.code = ?)', batchId, finding))
  return { conditions, from: `${from} join disbursement_line l on l.benefit_id = b.id` }
}

/** All rows in the order of their numbers: what an export reads. */
export function lineList(batchId: string, filters: LineFilters): Statement {
  const { conditions, from } = conditionsOf(batchId, filters)
  return { sql: `select ${LISTED_LINE} from ${from} where ${conditions} order by l.seq`, parameters: conditions.parameters }
}

export function countLines(batchId: string, filters: LineFilters): Statement {
  const { conditions, from } = conditionsOf(batchId, filters)
  return { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters }
}

/** One page; takes its limit as the last parameter. */
export function linePage(batchId: string, query: BatchLineQuery): Statement {
  const { conditions, from } = conditionsOf(batchId, query)
  const [after] = cursorParts(query.after, 1) ?? []
  conditions.andIf(after, (last) => conditions.and('l.seq > ?::int', last))
  return {
    sql: `select ${LISTED_LINE}, l.seq::text as cursor from ${from} where ${conditions} order by l.seq limit $${conditions.parameters.length + 1}::int`,
    parameters: conditions.parameters,
  }
}

export const lineRow = <R extends ListedLine>(row: R, names: PlaceNames): R & Pick<BatchLineRow, 'streetName' | 'communityName'> => ({
  ...row,
  streetName: names.street(row.divisionCode),
  communityName: names.community(row.divisionCode),
})
