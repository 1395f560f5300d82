import { label } from '@xishan/domain'
import { ARCHIVE_PARAMETER, REGISTRATION, decadeInChinese } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, type TaskList } from '@xishan/service-kit'

const TODAY = `current_setting('app.today')::date`
const REMIND_ON = `h.target_on - (select (v.value #>> '{}')::int from parameter_version v where v.key = '${ARCHIVE_PARAMETER.remindDays}' and v.effective_from <= ${TODAY} order by v.effective_from desc, v.version desc limit 1)`

/** Holdings that are to be done soon and are not. */
export const archiveTasks: TaskList = {
  statement(actor) {
    if (!actor.roles.includes('BU_CLERK')) return null
    const conditions = new Conditions().and(`h.digitised < h.files and ${REMIND_ON} <= ${TODAY}`)
    return waitingStatement(
      `h.id, h.number, (select name from registration_office where id = h.office_id) as name, h.files - h.digitised as members, h.division_code as "divisionCode", h.decade::text || '|' || h.registration as state,
       (${REMIND_ON})::text as "warnOn", h.target_on::text as "dueOn", null as "suspendedSince", null as since`,
      'archive_holding h',
      conditions,
      'h.target_on',
      'h.number',
    )
  },
  task: (row, _names, today) => {
    const [decade = '', registration = ''] = row.state.split('|')
    return {
      id: row.id,
      number: row.number,
      title: row.name,
      detail: `${decadeInChinese(Number(decade))}${label(REGISTRATION, registration)}档案数字化，还有 ${row.members ?? 0} 卷`,
      state: '未完成',
      dueOn: row.dueOn,
      light: caseLight(row, today),
      path: `/funeral-management/archives/${row.id}`,
    }
  },
}
