import { labelOf } from '@xishan/domain'
import { deathListLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Lists that wait for the next step; whoever could not be compared is handled with the list. */
export const deathListTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, deathListLifecycle, 'l', actor)
    return waitingStatement(
      `l.id, l.number, l.file_name as name, l.row_count as members, l.division_code as "divisionCode", l.state, null as "warnOn", l.due_on::text as "dueOn", null as "suspendedSince", l.uploaded_on::text as since`,
      'death_list l',
      conditions,
      'l.due_on',
      'l.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `死亡名单${row.members ? `，${row.members} 行` : ''}，${row.since} 上传`,
    state: labelOf(deathListLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/death-lists/${row.id}`,
  }),
}
