import { labelOf } from '@xishan/domain'
import { cremationChangeLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Corrections that wait for another person. */
export const cremationChangeTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, cremationChangeLifecycle, 'c', actor)
    return waitingStatement(
      `c.cremation_id as id, c.number, c.deceased_name as name, null::int as members, c.division_code as "divisionCode", c.state, null as "warnOn", c.due_on::text as "dueOn", null as "suspendedSince", c.proposed_on::text as since`,
      'cremation_change c',
      conditions,
      'c.due_on',
      'c.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `火化记录更正，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 提出` : ''}`,
    state: labelOf(cremationChangeLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/cremations/${row.id}`,
  }),
}
