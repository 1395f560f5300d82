import { labelOf, mayCall, type Actor, type LineTask, parameterLifecycle } from '@xishan/domain'
import { type PlaceNames, Conditions, type Statement } from '@xishan/service-kit'
import { applicationLifecycle, meansCheckLifecycle, permissions } from '@xishan/social-assistance-contract'
import { caseLight, type CaseDates } from '../applications/case-light'
import { waitsFor } from './held-work'

/** A waiting case as the statements read it; `total` counts all that wait, past the statement's limit. */
export interface Waiting extends CaseDates {
  id: string
  number: string
  name: string
  members: number | null
  divisionCode: string
  state: string
  since: string | null
  total: number
}

/** One kind of work that may wait for somebody. */
export interface TaskList {
  /** Null when the role never has such work. */
  statement(actor: Actor): Statement | null
  task(row: Waiting, names: PlaceNames, today: string): LineTask
}

/** How many of a kind are listed; the rest is only counted. */
const MOST = 100

const statementOf = (columns: string, from: string, conditions: Conditions, dueOn: string, number: string): Statement => ({
  sql: `select ${columns}, count(*) over ()::int as total from ${from} where ${conditions} order by ${dueOn}, ${number} limit ${MOST}`,
  parameters: conditions.parameters,
})

const CASE = `a.id, a.number, coalesce(a.applicant_name, '') as name, a.member_count as members, a.division_code as "divisionCode", a.state,
  a.warn_on::text as "warnOn", a.due_on::text as "dueOn", a.suspended_since::text as "suspendedSince"`

const titled = ({ name, members }: Waiting): string => `${name || '（未填姓名）'}${members === null ? '' : `（${members} 人）`}`

const applications: TaskList = {
  statement(actor) {
    const conditions = new Conditions().and('not (? = any(a.related_account_ids))', actor.id)
    waitsFor(conditions, applicationLifecycle, 'a', actor)
    return statementOf(`${CASE}, a.submitted_on::text as since`, 'application a', conditions, 'a.due_on', 'a.number')
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: titled(row),
    detail: `最低生活保障申请，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 提交` : ''}`,
    state: labelOf(applicationLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/social-assistance/applications/${row.id}`,
  }),
}

/** Written notices of refusals that have not yet reached the applicant (57号 §21). */
const notices: TaskList = {
  statement(actor) {
    if (!mayCall(permissions, 'recordDelivery', actor.roles)) return null
    const conditions = new Conditions().and(`a.state = 'REFUSED' and a.due_on is not null`).and('not (? = any(a.related_account_ids))', actor.id)
    return statementOf(`${CASE}, a.decided_on::text as since`, 'application a', conditions, 'a.due_on', 'a.number')
  },
  task: (row, names, today) => ({
    ...applications.task(row, names, today),
    detail: `送达《不予确认通知书》，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 决定` : ''}`,
    state: '待送达',
  }),
}

const meansChecks: TaskList = {
  statement(actor) {
    const conditions = new Conditions().and('not (? = any(a.related_account_ids))', actor.id).and('c.told_on is null')
    waitsFor(conditions, meansCheckLifecycle, 'c', actor)
    return statementOf(
      `c.id, c.number, coalesce(a.applicant_name, '') as name, a.member_count as members, c.division_code as "divisionCode", c.state, null as "warnOn",
       c.due_on::text as "dueOn", null as "suspendedSince", c.requested_on::text as since`,
      'means_check c join application a on a.id = c.application_id',
      conditions,
      'c.due_on',
      'c.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: titled(row),
    detail: `家庭经济状况核对，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 提请` : ''}`,
    state: labelOf(meansCheckLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/social-assistance/means-checks/${row.id}`,
  }),
}

const proposals: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, parameterLifecycle, 'p', actor)
    return statementOf(
      `p.id, p.number, coalesce((select v.title from parameter_version v where v.key = p.key order by v.version desc limit 1), p.key) as name, null as members,
       p.division_code as "divisionCode", p.state, null as "warnOn", p.due_on::text as "dueOn", null as "suspendedSince", p.effective_from::text as since`,
      'parameter_proposal p',
      conditions,
      'p.due_on',
      'p.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `标准与参数调整，拟自 ${row.since ?? ''} 起执行`,
    state: labelOf(parameterLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: '/social-assistance/parameters',
  }),
}

export const TASK_LISTS: readonly TaskList[] = [applications, notices, meansChecks, proposals]
