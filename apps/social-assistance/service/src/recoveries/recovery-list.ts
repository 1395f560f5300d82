import { cursorParts, Conditions, foundBy, type PlaceNames, type Statement } from '@xishan/service-kit'
import type { RecoveryQuery, RecoveryRow } from '@xishan/social-assistance-contract'

export type ListedRecovery = Omit<RecoveryRow, 'streetName' | 'communityName'> & { divisionCode: string }

export const LISTED = `r.id, r.number, r.benefit_id as "benefitId", r.applicant_name as "applicantName", r.division_code as "divisionCode", r.cause, r.state, r.way, r.found_on::text as "foundOn",
  r.due_on::text as "dueOn", r.due_fen::float8 as "dueFen", r.settled_fen::float8 as "settledFen", (r.due_fen - r.settled_fen)::float8 as "owedFen"`

const OWN_NUMBER = /^XS-SAR/i

/** By the recovery's own number, or by whose it is. */
function filtered(query: RecoveryQuery): { conditions: Conditions; from: string } {
  const conditions = new Conditions().within('r.division_code', query.division)
  const typed = query.q ?? ''
  const own = OWN_NUMBER.test(typed)
  if (own) conditions.and('starts_with(r.number, ?)', typed.toUpperCase())
  const { from } = foundBy(conditions, { table: 'benefit', alias: 'b', nameColumn: 'applicant_name' }, own ? undefined : query.q)
  conditions
    .andIf(query.state, (state) => conditions.and('r.state = ?', state))
    .andIf(query.cause, (cause) => conditions.and('r.cause = ?', cause))
    .andIf(query.owed, (owed) => conditions.and(owed ? 'r.due_fen > r.settled_fen' : 'r.due_fen = r.settled_fen'))
  return { conditions, from: `${from} join recovery r on r.benefit_id = b.id` }
}

/** One page, newest first; takes its limit as the last parameter. */
export function recoveryPage(query: RecoveryQuery): Statement {
  const { conditions, from } = filtered(query)
  const [number] = cursorParts(query.after, 1) ?? []
  conditions.andIf(number, (last) => conditions.and('r.number < ?', last))
  return { sql: `select ${LISTED}, r.number as cursor from ${from} where ${conditions} order by r.number desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

/** Sums of the whole filter, street by street. */
export function recoverySums(query: RecoveryQuery): Statement {
  const { conditions, from } = filtered(query)
  return {
    sql: `select left(r.division_code, 9) as code, count(*)::int as cases, sum(r.due_fen)::float8 as "dueFen", sum(r.settled_fen)::float8 as "settledFen"
          from ${from} where ${conditions} group by left(r.division_code, 9) order by 1`,
    parameters: conditions.parameters,
  }
}

export const recoveryRow = ({ divisionCode, ...row }: ListedRecovery, names: PlaceNames): RecoveryRow => ({ ...row, streetName: names.street(divisionCode), communityName: names.community(divisionCode) })
