import { maskName } from '@xishan/domain'
import type { GraveQuery, GraveRow } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, cursorParts, foundBy, type PlaceNames, type Statement } from '@xishan/service-kit'

export type ListedGrave = Omit<GraveRow, 'placeName' | 'light' | 'holderMasked'> & { divisionCode: string; holderName: string }
type Filters = Omit<GraveQuery, 'after' | 'limit'>

export const LISTED = `g.id, g.version, g.number, g.state, g.kind, g.source, g.division_code as "divisionCode", g.place, g.found_on::text as "foundOn", g.due_on::text as "dueOn", g.warn_on::text as "warnOn",
  g.notice_number as "noticeNumber", g.holder_name as "holderName"`

function filtered(query: Filters, today: string): { conditions: Conditions; from: string; number: string } {
  const conditions = new Conditions().within('g.division_code', query.division)
  const { from, number } = foundBy(conditions, { table: 'illegal_grave', alias: 'g', nameColumn: 'place' }, query.q)
  conditions
    .andIf(query.kind, (kind) => conditions.and('g.kind = ?', kind))
    .andIf(query.state, (state) => conditions.and('g.state = ?', state))
    .andIf(query.from, (day) => conditions.and('g.found_on >= ?', day))
    .andIf(query.to, (day) => conditions.and('g.found_on <= ?', day))
  if (query.light === 'red') conditions.and('g.due_on < ?', today)
  if (query.light === 'yellow') conditions.and('g.due_on >= ? and g.warn_on <= ?', today, today)
  if (query.light === 'green') conditions.and('g.warn_on > ?', today)
  return { conditions, from, number }
}

/** One page, newest first; takes its limit as the last parameter. */
export function gravePage(query: GraveQuery, today: string): Statement {
  const { conditions, from, number } = filtered(query, today)
  const [last] = cursorParts(query.after, 1) ?? []
  conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
  return { sql: `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

/** Every row under the filters, for a workbook. */
export function graveList(query: Filters, today: string): { list: Statement; count: Statement } {
  const { conditions, from, number } = filtered(query, today)
  return {
    list: { sql: `select ${LISTED} from ${from} where ${conditions} order by ${number} desc`, parameters: conditions.parameters },
    count: { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters },
  }
}

/** How many of each street, kind and state there are under the filters. */
export function graveCounts(query: Filters, today: string): Statement {
  const { conditions, from } = filtered(query, today)
  const overdue = conditions.place(today)
  return {
    sql: `select left(g.division_code, 9) as street, g.kind, g.state, count(*)::int as count, count(*) filter (where g.due_on < ${overdue})::int as overdue from ${from} where ${conditions} group by 1, 2, 3`,
    parameters: conditions.parameters,
  }
}

export function graveRow({ divisionCode, holderName, ...row }: ListedGrave, names: PlaceNames, today: string): GraveRow {
  return { ...row, placeName: names.whole(divisionCode), light: caseLight({ ...row, suspendedSince: null }, today), holderMasked: holderName && maskName(holderName) }
}
