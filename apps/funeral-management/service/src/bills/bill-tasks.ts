import { labelOf } from '@xishan/domain'
import { billLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Bills that were begun and not issued. */
export const billTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, billLifecycle, 'b', actor)
    return waitingStatement(
      `b.id, b.number, b.deceased_name as name, null::int as members, b.division_code as "divisionCode", b.state, null as "warnOn", b.due_on::text as "dueOn", null as "suspendedSince", b.facility_name as since`,
      'bill b',
      conditions,
      'b.due_on',
      'b.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `费用清单，${row.since ?? ''}`,
    state: labelOf(billLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/services/bills/${row.id}`,
  }),
}
