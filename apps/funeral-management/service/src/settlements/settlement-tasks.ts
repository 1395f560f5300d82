import { labelOf } from '@xishan/domain'
import { settlementLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Settlements that are to be submitted, checked, confirmed or paid. */
export const settlementTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, settlementLifecycle, 's', actor)
    return waitingStatement(
      `s.id, s.number, s.facility_name as name, null::int as members, s.division_code as "divisionCode", s.state, null as "warnOn", s.due_on::text as "dueOn", null as "suspendedSince", s.month as since`,
      'settlement s',
      conditions,
      's.due_on',
      's.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `惠民殡葬结算，${row.since ?? ''}`,
    state: labelOf(settlementLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/services/settlements/${row.id}`,
  }),
}
