import { hasRole } from '@xishan/domain'
import { contract } from '@xishan/funeral-management-contract'
import { Conditions, waitingStatement, type TaskList } from '@xishan/service-kit'

/** Contracts whose maintenance fee is overdue, longest first. */
export const feeTasks: TaskList = {
  statement(actor) {
    if (!hasRole(actor, contract.permissions.keepContracts)) return null
    return waitingStatement(
      `g.id, g.number, g.holder_name as name, null::int as members, g.division_code as "divisionCode", g.state, null as "warnOn", g.fee_paid_until::text as "dueOn", null as "suspendedSince", null as since`,
      'grave_contract g',
      new Conditions().and(`g.fee_overdue and g.state <> 'ENDED'`),
      'g.fee_paid_until',
      'g.number',
    )
  },
  task: (row, names) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `墓位维护费，${names.whole(row.divisionCode)}，缴至 ${row.dueOn ?? ''}`,
    state: '维护费欠缴',
    dueOn: row.dueOn,
    light: 'red',
    path: `/funeral-management/grave-contracts/${row.id}`,
  }),
}
