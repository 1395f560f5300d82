import { labelOf } from '@xishan/domain'
import { priceSheetLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'

/** Prices that are to be approved or posted. */
export const priceSheetTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, priceSheetLifecycle, 's', actor)
    return waitingStatement(
      `s.id, s.number, s.facility_name as name, null::int as members, s.division_code as "divisionCode", s.state, null as "warnOn", s.effective_from::text as "dueOn", null as "suspendedSince", s.proposed_on::text as since`,
      'price_sheet s',
      conditions,
      's.effective_from',
      's.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `服务价目调整，${row.since ?? ''} 提出，自 ${row.dueOn ?? ''} 起执行`,
    state: labelOf(priceSheetLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/services/price-sheets/${row.id}`,
  }),
}
