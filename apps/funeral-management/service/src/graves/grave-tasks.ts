import { labelOf } from '@xishan/domain'
import { graveLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Graves that are to be seen, put right or looked at again. */
export const graveTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, graveLifecycle, 'g', actor)
    return waitingStatement(
      `g.id, g.number, g.place as name, null::int as members, g.division_code as "divisionCode", g.state, g.warn_on::text as "warnOn", g.due_on::text as "dueOn", null as "suspendedSince", g.found_on::text as since`,
      'illegal_grave g',
      conditions,
      'g.due_on',
      'g.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `违法墓治理，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 发现` : ''}`,
    state: labelOf(graveLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/illegal-graves/${row.id}`,
  }),
}
