import type { Actor, Light, Page, PageQuery } from '@xishan/domain'
import { cursorParts, type PlaceNames, Conditions, type Statement, dateOfCursor, foundBy, type Source, waitsFor, caseLight, hasLight } from '@xishan/service-kit'
import { APPLICATION_STATES, applicationLifecycle, isDecided, type ApplicationQuery, type ApplicationRow, type ApplicationState, type Residence } from '@xishan/social-assistance-contract'
import type { z } from 'zod'

/** A case as lists read it. */
export interface ListedCase {
  id: string
  version: number
  number: string
  applicantName: string | null
  documentMasked: string | null
  divisionCode: string
  residence: Residence | null
  members: number | null
  state: ApplicationState
  stateSince: string
  warnOn: string | null
  dueOn: string | null
  suspendedSince: string | null
  submittedOn: string | null
  acceptedOn: string | null
  amountFen: number | null
  separatelyRegistered: boolean
  reported: boolean
}

export const LISTED_CASE = `a.id, a.version, a.number, a.applicant_name as "applicantName", a.document_masked as "documentMasked", a.division_code as "divisionCode",
  a.residence, a.member_count as members, a.state, a.state_since::text as "stateSince", a.warn_on::text as "warnOn", a.due_on::text as "dueOn",
  a.suspended_since::text as "suspendedSince", a.submitted_on::text as "submittedOn", a.accepted_on::text as "acceptedOn", a.amount_fen::float8 as "amountFen",
  a.separately_registered as "separatelyRegistered", a.reported`

export type ApplicationFilters = Omit<ApplicationQuery, keyof z.infer<typeof PageQuery>>

const OPEN_STATES = APPLICATION_STATES.filter((state) => !isDecided(state))

function conditionsOf(actor: Actor, filters: ApplicationFilters, today: string): { conditions: Conditions } & Source {
  const conditions = new Conditions().within('a.division_code', filters.division)
  const source = foundBy(conditions, { table: 'application', alias: 'a', nameColumn: 'applicant_name' }, filters.q)
  conditions
    .andIf(filters.state, (state) => conditions.and('a.state = ?', state))
    .andIf(filters.light, (colour: Light) => hasLight(conditions, 'a', colour, today))
    .andIf(filters.open, (open) => conditions.and(open ? 'a.state = any(?::text[])' : 'a.state <> all(?::text[])', OPEN_STATES))
    .andIf(filters.separatelyRegistered, (registered) => conditions.and('a.separately_registered = ?', registered))
    .andIf(filters.mine || undefined, () => {
      conditions.and('not (? = any(a.related_account_ids))', actor.id)
      waitsFor(conditions, applicationLifecycle, 'a', actor)
    })
  return { conditions, ...source }
}

/** All rows of a list in its order, without paging: what an export reads. */
export function applicationList(actor: Actor, filters: ApplicationFilters, today: string): Statement {
  const { conditions, from, number } = conditionsOf(actor, filters, today)
  const order = filters.sort === 'due' ? 'a.due_on, a.number' : `${number} desc`
  return { sql: `select ${LISTED_CASE} from ${from} where ${conditions} order by ${order}`, parameters: conditions.parameters }
}

export function countApplications(actor: Actor, filters: ApplicationFilters, today: string): Statement {
  const { conditions, from } = conditionsOf(actor, filters, today)
  return { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters }
}

/** One page; takes its limit as the last parameter. */
export function applicationPage(actor: Actor, query: ApplicationQuery, today: string): Statement {
  return query.sort === 'due' ? byDueDate(actor, query, today) : byNumber(actor, query, today)
}

function byNumber(actor: Actor, query: ApplicationQuery, today: string): Statement {
  const { conditions, from, number } = conditionsOf(actor, query, today)
  const [after] = cursorParts(query.after, 1) ?? []
  conditions.andIf(after, (last) => conditions.and(`${number} < ?`, last))
  const limit = `$${conditions.parameters.length + 1}::int`
  return { sql: `select ${LISTED_CASE}, a.number as cursor from ${from} where ${conditions} order by ${number} desc limit ${limit}`, parameters: conditions.parameters }
}

/** Two stretches, each read in the order of an index: cases with a date, then those that nothing is due for. */
function byDueDate(actor: Actor, query: ApplicationQuery, today: string): Statement {
  const { conditions, from, number } = conditionsOf(actor, query, today)
  const [due, last] = cursorParts(query.after, 2) ?? []
  const [dueAt, numberAt] = due === undefined ? [] : [conditions.place(due === '' ? null : dateOfCursor(due)), conditions.place(last)]
  const limit = `$${conditions.parameters.length + 1}::int`
  const dated = dueAt ? `(a.due_on, ${number}) > (${dueAt}::date, ${numberAt}::text)` : 'a.due_on is not null'
  const undated = dueAt ? `a.due_on is null and (${dueAt}::date is not null or ${number} > ${numberAt})` : 'a.due_on is null'
  const stretch = (which: string, order: string) =>
    `(select ${LISTED_CASE}, concat(a.due_on, '|', a.number) as cursor from ${from} where ${conditions} and ${which} order by ${order} limit ${limit})`
  return {
    sql: `select * from (${stretch(dated, `a.due_on, ${number}`)} union all ${stretch(undated, number)}) a order by "dueOn" nulls last, number limit ${limit}`,
    parameters: conditions.parameters,
  }
}

/** The case as the contract shows it. */
export function applicationRow(row: ListedCase, names: PlaceNames, today: string): ApplicationRow {
  const { warnOn: _, suspendedSince: __, ...shown } = row
  return {
    ...shown,
    applicantName: row.applicantName ?? '',
    documentMasked: row.documentMasked ?? '',
    members: row.members ?? 0,
    streetName: names.street(row.divisionCode),
    communityName: names.community(row.divisionCode),
    light: caseLight(row, today),
  }
}

export const asRows = (page: Page<ListedCase>, names: PlaceNames, today: string): Page<ApplicationRow> => ({
  ...page,
  rows: page.rows.map((row) => applicationRow(row, names, today)),
})
