import { label, labelOf, monthInChinese } from '@xishan/domain'
import { Conditions, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'
import { ROSTER_KIND, rosterLifecycle } from '@xishan/social-assistance-contract'

/** Rosters that wait for the clerk's next step or for the head of the section. */
export const rosterTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, rosterLifecycle, 'i', actor)
    return waitingStatement(
      `i.id, i.number, i.kind as name, null::int as members, i.division_code as "divisionCode", i.state, null as "warnOn", null as "dueOn", null as "suspendedSince", i.as_of_month as since`,
      'roster_import i',
      conditions,
      'i.uploaded_on',
      'i.number',
    )
  },
  task: (row) => ({
    id: row.id,
    number: row.number,
    title: `${label(ROSTER_KIND, row.name)}名册`,
    detail: `名册导入，${row.since ? `${monthInChinese(row.since)}名册` : ''}`,
    state: labelOf(rosterLifecycle, row.state),
    dueOn: null,
    light: null,
    path: `/social-assistance/roster-imports/${row.id}`,
  }),
}
