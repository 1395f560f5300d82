import { labelOf } from '@xishan/domain'
import { inspectionLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Findings that are to be put right, or looked at again. */
export const inspectionTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, inspectionLifecycle, 'i', actor)
    return waitingStatement(
      `i.facility_id as id, i.number, i.facility_name as name, null::int as members, i.division_code as "divisionCode", i.state, null as "warnOn", i.due_on::text as "dueOn", null as "suspendedSince", i.inspected_on::text as since`,
      'inspection i',
      conditions,
      'i.due_on',
      'i.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `年度检查整改，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 检查` : ''}`,
    state: labelOf(inspectionLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/facilities/${row.id}`,
  }),
}
