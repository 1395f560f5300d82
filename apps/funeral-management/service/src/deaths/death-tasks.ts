import { labelOf } from '@xishan/domain'
import { deathChangeLifecycle, deathLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

const WAITING = `null::int as members, d.division_code as "divisionCode", d.state, null as "warnOn", d.due_on::text as "dueOn", null as "suspendedSince"`

/** Deaths that wait for a decision. Those that a list brought without a number are handled with their list, which is one task. */
export const deathTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions().and(`d.state <> 'UNIDENTIFIED' or d.list_id is null`)
    waitsFor(conditions, deathLifecycle, 'd', actor)
    return waitingStatement(`d.id, d.number, d.deceased_name as name, ${WAITING}, d.known_on::text as since`, 'death d', conditions, 'd.due_on', 'd.number')
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `死亡登记，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 知悉` : ''}`,
    state: labelOf(deathLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/deaths/${row.id}`,
  }),
}

export const deathChangeTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, deathChangeLifecycle, 'd', actor)
    return waitingStatement(`d.death_id as id, d.number, d.deceased_name as name, ${WAITING}, d.proposed_on::text as since`, 'death_change d', conditions, 'd.due_on', 'd.number')
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `死亡登记更正、撤销，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 提出` : ''}`,
    state: labelOf(deathChangeLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/deaths/${row.id}`,
  }),
}
