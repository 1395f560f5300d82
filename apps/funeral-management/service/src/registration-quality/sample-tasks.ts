import { label, labelOf } from '@xishan/domain'
import { REGISTRATION, sampleLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Samples whose files are to be checked, or that are to be concluded. */
export const sampleTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, sampleLifecycle, 's', actor)
    return waitingStatement(
      `s.id, s.number, (select name from registration_office where id = s.office_id) || '|' || s.registration as name, s.drawn as members, s.division_code as "divisionCode", s.state, null as "warnOn",
       s.due_on::text as "dueOn", null as "suspendedSince", s.month as since`,
      'quality_sample s',
      conditions,
      's.due_on',
      's.number',
    )
  },
  task: (row, _names, today) => {
    const [office = '', registration] = row.name.split('|')
    return {
      id: row.id,
      number: row.number,
      title: office,
      detail: `${label(REGISTRATION, registration === 'ADOPTION' ? 'ADOPTION' : 'MARRIAGE')}质量抽查，${row.since ?? ''}，${row.members ?? 0} 份档案`,
      state: labelOf(sampleLifecycle, row.state),
      dueOn: row.dueOn,
      light: caseLight(row, today),
      path: `/funeral-management/quality-samples/${row.id}`,
    }
  },
}
