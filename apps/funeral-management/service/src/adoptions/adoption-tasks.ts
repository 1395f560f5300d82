import { label, labelOf } from '@xishan/domain'
import { ADOPTION_KIND, adoptionLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Files that wait for one who handles or decides them; a task names no party. */
export const adoptionTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, adoptionLifecycle, 'a', actor)
    conditions.and(`exists (select from file_reader r where r.file_id = a.id and r.reader_id = ? and r.withdrawn_at is null and r.part = case a.state when 'REPORTED' then 'HEAD' else 'HANDLER' end)`, actor.id)
    return waitingStatement(
      `a.id, a.number, a.kind as name, null::int as members, a.division_code as "divisionCode", a.state, a.warn_on::text as "warnOn", a.due_on::text as "dueOn", a.suspended_since::text as "suspendedSince", a.consented_on::text as since`,
      'adoption_assessment a',
      conditions,
      'a.due_on',
      'a.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: '收养评估',
    detail: `${label(ADOPTION_KIND, row.name)}，${row.since ?? ''} 同意评估`,
    state: labelOf(adoptionLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/adoptions/${row.id}`,
  }),
}
