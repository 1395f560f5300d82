import { label, mayCall, monthInChinese, type Role } from '@xishan/domain'
import { Conditions, caseLight, waitingStatement, type TaskList } from '@xishan/service-kit'
import { LINE_KIND, contract } from '@xishan/social-assistance-contract'

const may = (permission: keyof typeof contract.permissions, roles: readonly Role[]): boolean => mayCall(contract.permissions, permission, roles)

/** Lines that the bank could not pay and for which nobody has proposed anything. */
const failedLines: TaskList = {
  statement(actor) {
    if (!may('proposeCorrections', actor.roles)) return null
    const conditions = new Conditions()
      .and(`a.state = 'FAILED' and l.state = 'FAILED' and a.number = (select max(number) from disbursement_attempt where line_id = l.id)`)
      .and(`not exists (select from account_correction where line_id = l.id and state = 'PROPOSED')`)
    return waitingStatement(
      `l.id, b.number, l.applicant_name || '：' || coalesce(a.result_text, '') as name, null::int as members, l.division_code as "divisionCode", l.kind || ' ' || l.month as state,
       a.warn_on::text as "warnOn", a.resend_by::text as "dueOn", null as "suspendedSince", a.returned_on::text as since`,
      'disbursement_attempt a join disbursement_line l on l.id = a.line_id join benefit b on b.id = l.benefit_id',
      conditions,
      'a.resend_by',
      'b.number',
    )
  },
  task: (row, names, today) => {
    const [kind, month = ''] = row.state.split(' ')
    return {
      id: row.id,
      number: row.number,
      title: row.name,
      detail: `${monthInChinese(month)}${label(LINE_KIND, kind)}，${names.whole(row.divisionCode)}，请核实账户并提出更正`,
      state: '发放失败待更正',
      dueOn: row.dueOn,
      light: caseLight(row, today),
      path: '/social-assistance/returns/failed',
    }
  },
}

/** Corrections of a batch that another person has to accept by sending the lines again. */
const corrections: TaskList = {
  statement(actor) {
    if (!may('decideFailedLines', actor.roles)) return null
    const conditions = new Conditions().and(`exists (select from account_correction c join disbursement_line l on l.id = c.line_id where l.batch_id = b.id and c.state = 'PROPOSED' and c.proposed_by_id <> ?)`, actor.id)
    return waitingStatement(
      `b.id, b.number, (select count(*) from account_correction c join disbursement_line l on l.id = c.line_id where l.batch_id = b.id and c.state = 'PROPOSED') || ' 笔账户更正' as name, null::int as members,
       b.division_code as "divisionCode", b.state, null as "warnOn", b.due_on::text as "dueOn", null as "suspendedSince", null as since`,
      'disbursement_batch b',
      conditions,
      'b.due_on',
      'b.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: '核对新账户后重发，或退回更正',
    state: '账户更正待确认重发',
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/social-assistance/batches/${row.id}`,
  }),
}

/** Rows of return files that matched nothing. */
const openRows: TaskList = {
  statement(actor) {
    if (!may('resolveReturnRows', actor.roles)) return null
    const conditions = new Conditions().and(`exists (select from return_row o where o.batch_id = b.id and o.problem is not null and o.resolved_on is null)`)
    return waitingStatement(
      `b.id, b.number, (select count(*) from return_row o where o.batch_id = b.id and o.problem is not null and o.resolved_on is null) || ' 行回盘未对上' as name, null::int as members,
       b.division_code as "divisionCode", b.state, null as "warnOn", null as "dueOn", null as "suspendedSince", null as since`,
      'disbursement_batch b',
      conditions,
      'b.number',
      'b.id',
    )
  },
  task: (row) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: '逐行核实并写明情况后方可对账',
    state: '回盘未对上',
    dueOn: null,
    light: null,
    path: '/social-assistance/returns/rows',
  }),
}

export const paymentTasks: readonly TaskList[] = [failedLines, corrections, openRows]
