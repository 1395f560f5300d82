import { labelOf } from '@xishan/domain'
import { surveyLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Families that were not satisfied and are to be spoken with. */
export const surveyTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, surveyLifecycle, 'v', actor)
    return waitingStatement(
      `v.id, v.number, v.facility_name as name, null::int as members, v.division_code as "divisionCode", v.state, null as "warnOn", v.due_on::text as "dueOn", null as "suspendedSince", v.answered_on::text as since`,
      'survey v',
      conditions,
      'v.due_on',
      'v.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `家属评价不满意${row.since ? `，${row.since} 评价` : ''}`,
    state: labelOf(surveyLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/services/satisfaction/${row.id}`,
  }),
}
