import { labelOf } from '@xishan/domain'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'
import { recoveryLifecycle } from '@xishan/social-assistance-contract'

/** Recoveries that wait for the next step. */
export const recoveryTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, recoveryLifecycle, 'r', actor)
    return waitingStatement(
      `r.id, r.number, r.applicant_name as name, null::int as members, r.division_code as "divisionCode", r.state, null as "warnOn", r.due_on::text as "dueOn",
       null as "suspendedSince", r.found_on::text as since`,
      'recovery r',
      conditions,
      'r.due_on',
      'r.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `追回，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 发现` : ''}`,
    state: labelOf(recoveryLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/social-assistance/recoveries/${row.id}`,
  }),
}
