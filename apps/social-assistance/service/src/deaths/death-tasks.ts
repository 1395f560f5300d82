import { label, labelOf } from '@xishan/domain'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'
import { DEATH_TASK, deathTaskLifecycle } from '@xishan/social-assistance-contract'
import { ofNoRelative } from '../households/near-relatives'

/** What deaths have left to be done. */
export const deathTasks: TaskList = {
  statement(actor) {
    const conditions = ofNoRelative(new Conditions(), 't.household_id', actor)
    waitsFor(conditions, deathTaskLifecycle, 't', actor)
    return waitingStatement(
      `t.id, t.number, t.applicant_name as name, null::int as members, t.division_code as "divisionCode", t.kind || ' ' || t.state as state, t.warn_on::text as "warnOn", t.due_on::text as "dueOn",
       null as "suspendedSince", t.state_since::text as since`,
      'death_task t',
      conditions,
      't.due_on',
      't.number',
    )
  },
  task: (row, names, today) => {
    const [kind, state = ''] = row.state.split(' ')
    return {
      id: row.id,
      number: row.number,
      title: row.name,
      detail: `${label(DEATH_TASK, DEATH_TASK.schema.parse(kind))}，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 转办` : ''}`,
      state: labelOf(deathTaskLifecycle, state),
      dueOn: row.dueOn,
      light: caseLight(row, today),
      path: `/social-assistance/death-tasks/${row.id}`,
    }
  },
}
