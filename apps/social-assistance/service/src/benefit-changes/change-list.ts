import type { Actor, Light } from '@xishan/domain'
import { Conditions, caseLight, cursorParts, foundBy, waitsFor, type PlaceNames, type Statement } from '@xishan/service-kit'
import { OPEN_CHANGE_STATES, benefitChangeLifecycle, type BenefitChangeQuery, type BenefitChangeRow } from '@xishan/social-assistance-contract'

export type ListedChange = Omit<BenefitChangeRow, 'streetName' | 'communityName' | 'light'> & { warnOn: string | null }

export const LISTED_CHANGE = `c.id, c.number, c.benefit_id as "benefitId", c.applicant_name as "applicantName", c.division_code as "divisionCode", c.kind, c.ground, c.source, c.state,
  c.state_since::text as "stateSince", c.reported_on::text as "reportedOn", c.before_fen::float8 as "beforeFen", c.proposed_fen::float8 as "proposedFen", c.from_month as "fromMonth",
  c.last_month as "lastMonth", c.due_on::text as "dueOn", c.warn_on::text as "warnOn"`

/** One page, newest first; takes its limit as the last parameter. */
export function changePage(actor: Actor, query: BenefitChangeQuery): Statement {
  const conditions = new Conditions().within('c.division_code', query.division)
  const { from, number } = foundBy(conditions, { table: 'benefit_change', alias: 'c', nameColumn: 'applicant_name' }, query.q)
  conditions
    .andIf(query.kind, (kind) => conditions.and('c.kind = ?', kind))
    .andIf(query.state, (state) => conditions.and('c.state = ?', state))
    .andIf(query.open, (open) => conditions.and(open ? 'c.state = any(?::text[])' : 'c.state <> all(?::text[])', OPEN_CHANGE_STATES))
    .andIf(query.benefitId, (id) => conditions.and('c.benefit_id = ?', id))
  if (query.mine) {
    conditions.and('not (? = any(c.related_account_ids))', actor.id)
    waitsFor(conditions, benefitChangeLifecycle, 'c', actor)
  }
  const [after] = cursorParts(query.after, 1) ?? []
  conditions.andIf(after, (last) => conditions.and(`${number} < ?`, last))
  const limit = `$${conditions.parameters.length + 1}::int`
  return { sql: `select c.number as cursor, ${LISTED_CHANGE} from ${from} where ${conditions} order by ${number} desc limit ${limit}`, parameters: conditions.parameters }
}

export const changeLight = ({ warnOn, dueOn }: Pick<ListedChange, 'warnOn' | 'dueOn'>, today: string): Light | null => caseLight({ warnOn, dueOn, suspendedSince: null }, today)

export function changeRow({ warnOn, ...row }: ListedChange, names: PlaceNames, today: string): BenefitChangeRow {
  return { ...row, streetName: names.street(row.divisionCode), communityName: names.community(row.divisionCode), light: changeLight({ warnOn, dueOn: row.dueOn }, today) }
}
