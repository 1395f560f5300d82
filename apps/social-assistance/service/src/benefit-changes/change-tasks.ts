import { addDays, hasRole, labelOf, light } from '@xishan/domain'
import { Conditions, caseLight, waitingStatement, waitsFor, type TaskList } from '@xishan/service-kit'
import { CHANGE_KIND, benefitChangeLifecycle } from '@xishan/social-assistance-contract'
import { ofNoRelative } from '../households/near-relatives'

const TODAY = `coalesce((select business_date from business_clock), (now() at time zone 'Asia/Shanghai')::date)`
/** How long before its day a re-check is work. */
const AHEAD = 30

/** Changes that wait for the next step; `since` carries the kind, for it says what there is to do. */
export const changeTasks: TaskList = {
  statement(actor) {
    const conditions = new Conditions().and('not (? = any(c.related_account_ids))', actor.id)
    waitsFor(conditions, benefitChangeLifecycle, 'c', actor)
    return waitingStatement(
      `c.id, c.number, c.applicant_name as name, null::int as members, c.division_code as "divisionCode", c.state, c.warn_on::text as "warnOn", c.due_on::text as "dueOn", null as "suspendedSince", c.kind as since`,
      'benefit_change c',
      conditions,
      'c.due_on',
      'c.number',
    )
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: row.name,
    detail: `在保变更${kindWords(row.since)}，${names.whole(row.divisionCode)}`,
    state: labelOf(benefitChangeLifecycle, row.state),
    dueOn: row.dueOn,
    light: caseLight(row, today),
    path: `/social-assistance/benefit-changes/${row.id}`,
  }),
}

const kindWords = (kind: string | null): string => {
  const words = CHANGE_KIND.entries.find(([code]) => code === kind)?.[1]
  return words ? `（${words}）` : ''
}

/** Re-checks that are due soon, one task a community with how many households: they are done together, and by hundreds. */
export const recheckTasks: TaskList = {
  statement(actor) {
    if (!hasRole(actor, ['ST_CLERK', 'COMMUNITY'])) return null
    const due = new Conditions()
      .and(`b.to_month is null and b.recheck_on <= ${TODAY} + ${AHEAD}`)
      .and(`not exists (select from benefit_change o where o.benefit_id = b.id and o.kind = 'RECOMPUTE' and o.state in ('REPORTED', 'PROPOSED', 'REVIEWED'))`)
    ofNoRelative(due, 'b.household_id', actor)
    return {
      sql: `select (array_agg(b.id order by b.recheck_on, b.number))[1] as id, (array_agg(b.number order by b.recheck_on, b.number))[1] as number, '' as name, count(*)::int as members, b.division_code as "divisionCode",
                   '' as state, null as "warnOn", min(b.recheck_on)::text as "dueOn", null as "suspendedSince", null as since, count(*) over ()::int as total
            from benefit b where ${due} group by b.division_code order by min(b.recheck_on), b.division_code`,
      parameters: due.parameters,
    }
  },
  task: (row, names, today) => ({
    id: row.id,
    number: row.number,
    title: `${names.community(row.divisionCode)}（${row.members ?? 0} 户）`,
    detail: `到期定期复核，${names.whole(row.divisionCode)}`,
    state: '待复核',
    dueOn: row.dueOn,
    light: light({ warnOn: addDays(row.dueOn ?? today, -AHEAD), dueOn: row.dueOn ?? today, suspensions: [] }, today),
    path: `/social-assistance/rechecks?division=${row.divisionCode}&stage=TODO`,
  }),
}
