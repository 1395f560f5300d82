import { labelOf } from '@xishan/domain'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'
import { batchLifecycle } from '@xishan/social-assistance-contract'

/** Batches that wait for the next hand. */
export const batchTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, batchLifecycle, 'b', actor)
    return waitingStatement(
      `b.id, b.number, b.title || case when b.line_count > 0 then '（' || b.household_count || ' 户）' else '' end as name, null::int as members, b.division_code as "divisionCode", b.state,
       null as "warnOn", b.due_on::text as "dueOn", null as "suspendedSince", b.state_since::text as since`,
      'disbursement_batch b',
      conditions,
      'b.due_on',
      'b.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `资金发放${row.since ? `，${row.since} 转来` : ''}`,
    state: labelOf(batchLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/social-assistance/batches/${row.id}`,
  }),
}
