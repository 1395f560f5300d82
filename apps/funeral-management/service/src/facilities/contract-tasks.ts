import { labelOf } from '@xishan/domain'
import { graveContractLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Contracts whose holder is to be told, or whose plot is to be renewed or taken back. */
export const graveContractTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, graveContractLifecycle, 'g', actor)
    return waitingStatement(
      `g.id, g.number, g.holder_name as name, null::int as members, g.division_code as "divisionCode", g.state, null as "warnOn", g.due_on::text as "dueOn", null as "suspendedSince", g.notified_on::text as since`,
      'grave_contract g',
      conditions,
      'g.due_on',
      'g.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `墓位合同，${names.whole(row.divisionCode)}，${row.dueOn ?? ''} 到期，${row.since ? `${row.since} 已告知` : '尚未告知'}`,
    state: labelOf(graveContractLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/grave-contracts/${row.id}`,
  }),
}
