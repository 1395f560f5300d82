import type { GraveContractQuery, GraveContractRow } from '@xishan/funeral-management-contract'
import { Conditions, cursorParts, foundBy, type Statement } from '@xishan/service-kit'

export type ListedContract = GraveContractRow
type Filters = Omit<GraveContractQuery, 'after' | 'limit'>

export const LISTED = `g.id, g.version, g.number, g.state, g.holder_name as "holderName", g.user_name as "userName", f.name as "facilityName", z.name as "zoneName", p."row", p."column", g.signed_on::text as "signedOn",
  g.expires_on::text as "expiresOn", g.notified_on::text as "notifiedOn", g.fee_paid_until::text as "feePaidUntil", g.fee_overdue as "feeOverdue"`
export const WHERE_IT_LIES = `join plot p on p.id = g.plot_id join zone z on z.id = p.zone_id join facility f on f.id = p.facility_id`

function filtered(query: Filters): { conditions: Conditions; from: string; number: string } {
  const conditions = new Conditions()
  const { from, number } = foundBy(conditions, { table: 'grave_contract', alias: 'g', nameColumn: 'holder_name' }, query.q)
  conditions.andIf(query.state, (state) => conditions.and('g.state = ?', state)).andIf(query.expiresTo, (day) => conditions.and('g.expires_on <= ?', day)).andIf(query.feeOverdue, (overdue) => conditions.and(overdue ? 'g.fee_overdue' : 'not g.fee_overdue'))
  return { conditions, from: `${from} ${WHERE_IT_LIES}`, number }
}

/** One page, newest first; takes its limit as the last parameter. */
export function contractPage(query: GraveContractQuery): Statement {
  const { conditions, from, number } = filtered(query)
  const [last] = cursorParts(query.after, 1) ?? []
  conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
  return { sql: `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

/** Every row under the filters, for a workbook. */
export function contractList(query: Filters): { list: Statement; count: Statement } {
  const { conditions, from, number } = filtered(query)
  return {
    list: { sql: `select ${LISTED} from ${from} where ${conditions} order by ${number} desc`, parameters: conditions.parameters },
    count: { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters },
  }
}
