import { labelOf, type Actor, type Lifecycle } from '@xishan/domain'
import { Conditions, caseLight, waitingStatement, waitsFor, type Statement, type TaskList } from '@xishan/service-kit'
import { adjustmentLifecycle, oneOffLifecycle, standardChangeLifecycle } from '@xishan/social-assistance-contract'

interface Kind {
  lifecycle: Lifecycle
  table: string
  /** What the title of the task is made of. */
  name: string
  since: string
  what: string
  path: string
}

const waitingKind = ({ lifecycle, table, name, since, what, path }: Kind): TaskList => ({
  statement(actor: Actor): Statement {
    const conditions = new Conditions()
    waitsFor(conditions, lifecycle, 'w', actor)
    return waitingStatement(
      `w.id, w.number, ${name} as name, null::int as members, w.division_code as "divisionCode", w.state, null as "warnOn", w.due_on::text as "dueOn", null as "suspendedSince", ${since}::text as since`,
      `${table} w`,
      conditions,
      'w.due_on',
      'w.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `${what}，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 提出` : ''}`,
    state: labelOf(lifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path,
  }),
})

/** One-off payments and adjustments that wait for approval, changes of standards that wait to be applied. */
export const payableTasks: readonly TaskList[] = [
  waitingKind({ lifecycle: oneOffLifecycle, table: 'one_off_grant', name: 'w.title', since: 'w.proposed_on', what: '一次性发放', path: '/social-assistance/one-off-grants' }),
  waitingKind({ lifecycle: adjustmentLifecycle, table: 'adjustment', name: 'w.applicant_name', since: 'w.proposed_on', what: '调整补差', path: '/social-assistance/adjustments' }),
  waitingKind({ lifecycle: standardChangeLifecycle, table: 'standard_change', name: `'自 ' || w.effective_month || ' 起执行'`, since: 'w.state_since', what: '标准调整执行', path: '/social-assistance/standard-changes' }),
]
