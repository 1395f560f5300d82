import { labelOf, type LineParameters } from '@xishan/domain'
import { Conditions } from '../lists/conditions'
import { caseLight } from '../tasks/case-light'
import { waitsFor } from '../tasks/held-work'
import { waitingStatement, type TaskList } from '../tasks/task-list'

/** Proposals that wait for approval, as tasks. @param path of the line's page of parameters */
export const proposalTasks = ({ lifecycle }: LineParameters, path: string): TaskList => ({
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, lifecycle, 'p', actor)
    return waitingStatement(
      `p.id, p.number, coalesce((select v.title from parameter_version v where v.key = p.key order by v.version desc limit 1), p.key) as name, null as members,
       p.division_code as "divisionCode", p.state, null as "warnOn", p.due_on::text as "dueOn", null as "suspendedSince", p.effective_from::text as since`,
      'parameter_proposal p',
      conditions,
      'p.due_on',
      'p.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `标准与参数调整，拟自 ${row.since ?? ''} 起执行`,
    state: labelOf(lifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path,
  }),
})
