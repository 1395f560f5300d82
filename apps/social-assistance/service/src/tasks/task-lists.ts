import { labelOf, mayCall } from '@xishan/domain'
import { Conditions, caseLight, proposalTasks, waitingStatement, waitsFor, type TaskList, type Waiting } from '@xishan/service-kit'
import { applicationLifecycle, meansCheckLifecycle, parameters, permissions } from '@xishan/social-assistance-contract'
import { batchTasks } from '../disbursements/batch-tasks'
import { changeTasks, recheckTasks } from '../benefit-changes/change-tasks'
import { payableTasks } from '../payables/payable-tasks'
import { paymentTasks } from '../payments/payment-tasks'
import { deathTasks } from '../deaths/death-tasks'
import { recoveryTasks } from '../recoveries/recovery-tasks'
import { rosterTasks } from '../roster-imports/roster-tasks'

const CASE = `a.id, a.number, coalesce(a.applicant_name, '') as name, a.member_count as members, a.division_code as "divisionCode", a.state,
  a.warn_on::text as "warnOn", a.due_on::text as "dueOn", a.suspended_since::text as "suspendedSince"`

const titled = ({ name, members }: Waiting): string => `${name || '（未填姓名）'}${members === null ? '' : `（${members} 人）`}`

const applications: TaskList = {
  statement(actor) {
    const conditions = new Conditions().and('not (? = any(a.related_account_ids))', actor.id)
    waitsFor(conditions, applicationLifecycle, 'a', actor)
    return waitingStatement(`${CASE}, a.submitted_on::text as since`, 'application a', conditions, 'a.due_on', 'a.number')
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
    return waitingStatement(`${CASE}, a.decided_on::text as since`, 'application a', conditions, 'a.due_on', 'a.number')
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
    return waitingStatement(
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

export const taskLists: readonly TaskList[] = [applications, notices, meansChecks, proposalTasks(parameters, '/social-assistance/parameters'), ...payableTasks, ...paymentTasks, recoveryTasks, rosterTasks, batchTasks, changeTasks, recheckTasks, deathTasks]
