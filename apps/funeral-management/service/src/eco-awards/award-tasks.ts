import { hasRole, label, labelOf } from '@xishan/domain'
import { AWARD_FAULT, awardLifecycle, awardListLifecycle } from '@xishan/funeral-management-contract'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'
import { FAULT, PAYEE_DIED } from './award-rows'

const WAITING = `a.id, a.number, a.deceased_name as name, null::int as members, a.division_code as "divisionCode", null as "warnOn", a.due_on::text as "dueOn", null as "suspendedSince"`
const path = (id: string): string => `/funeral-management/eco-awards/${id}`
const CONFIRMED = `a.state in ('CONFIRMED', 'FAILED')`

/** Awards that wait for the next hand; what lost its ground, or its payee, after the confirmation waits below. */
export const awardTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions().and(`not (${CONFIRMED} and (award_fault(a.disposition_id, a.kind, a.disposed_on) is not null or known_dead_since(a.applicant_lookup) is not null))`)
    // What has come back whole is for the section to settle.
    if (!hasRole(actor, ['BU_CLERK'])) conditions.and(`not (a.state = 'RECOVERING' and a.recovered_fen = a.recovery_fen)`)
    waitsFor(conditions, awardLifecycle, 'a', actor)
    return waitingStatement(`${WAITING}, a.state, a.applied_on::text as since`, 'eco_award a', conditions, 'a.due_on', 'a.number')
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `生态安葬奖补，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 申请` : ''}`,
    state: labelOf(awardLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: path(row.id),
  }),
}

/** Confirmed or paid awards whose disposition or death was revoked or corrected: not paid, for the head; paid, for the section's clerk and the head. */
export const awardFaultTasks: TaskList = {
  statement(actor) {
    const states = [...(hasRole(actor, ['BU_HEAD']) ? ['CONFIRMED', 'FAILED', 'PAID'] : []), ...(hasRole(actor, ['BU_CLERK']) ? ['PAID', 'LISTED'] : [])]
    if (states.length === 0) return null
    const conditions = new Conditions()
      .and('a.state = any(?::text[])', states)
      // Those that changed are few: they are what the awards are looked up by.
      .and(`a.disposition_id in (select c.disposition_id from disposition_change c where c.state = 'APPROVED') or a.death_id in (select x.id from death x where x.state in ('REVOKED', 'DISMISSED'))`)
      .and(`award_fault(a.disposition_id, a.kind, a.disposed_on) is not null`)
    return waitingStatement(`${WAITING}, ${FAULT} as state, null as since`, 'eco_award a', conditions, 'a.due_on', 'a.number')
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `生态安葬奖补依据变化，${names.whole(row.divisionCode)}`,
    state: label(AWARD_FAULT, AWARD_FAULT.codes.find((code) => code === row.state) ?? 'CORRECTED'),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: path(row.id),
  }),
}

/** Confirmed awards whose payee died: another of the family is to be paid. */
export const awardPayeeTasks: TaskList = {
  statement(actor) {
    if (!hasRole(actor, ['ST_CLERK', 'BU_CLERK'])) return null
    const conditions = new Conditions().and(`${CONFIRMED} or a.state = 'LISTED'`).and(`${PAYEE_DIED} is not null`)
    return waitingStatement(`${WAITING}, a.state, (${PAYEE_DIED})::text as since`, 'eco_award a', conditions, 'a.due_on', 'a.number')
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `生态安葬奖补收款人已故，${names.whole(row.divisionCode)}${row.since ? `，${row.since} 死亡` : ''}`,
    state: '待变更收款人',
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: path(row.id),
  }),
}

/** Payment lists that wait for the next hand. */
export const awardListTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions()
    waitsFor(conditions, awardListLifecycle, 's', actor)
    return waitingStatement(
      `s.id, s.number, '生态安葬奖补发放（' || s.line_count || ' 笔）' as name, null::int as members, s.division_code as "divisionCode", s.state, null as "warnOn", s.due_on::text as "dueOn", null as "suspendedSince", s.state_since::text as since`,
      'award_list s',
      conditions,
      's.due_on',
      's.number',
    )
  },
  task: (row, _names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `奖补发放批次${row.since ? `，${row.since} 转来` : ''}`,
    state: labelOf(awardListLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/funeral-management/award-lists/${row.id}`,
  }),
}
