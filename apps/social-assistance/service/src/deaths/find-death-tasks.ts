import { availableActions, label, type Actor, type Page, type StepView } from '@xishan/domain'
import { BusinessClock, Conditions, DivisionNames, Reads, caseLight, cursorParts, type PlaceNames } from '@xishan/service-kit'
import { ACTIONS_OF_TASK, DEATH_TASK, deathTaskLifecycle, type DeathTaskAction, type DeathTaskDetail, type DeathTaskQuery, type DeathTaskRow } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { isRelative } from '../households/near-relatives'

type Listed = Omit<DeathTaskRow, 'title' | 'place' | 'light'> & { applicantName: string; divisionCode: string; warnOn: string | null }
type Stored = Listed & Pick<DeathTaskDetail, 'version' | 'detail' | 'deathId' | 'benefitId' | 'householdId' | 'opinion' | 'decidedOn' | 'decidedBy'> & { isRelated: boolean }
type StoredStep = Omit<StepView, 'actionLabel'> & { actorId: string; action: DeathTaskAction }

const LISTED = `t.id, t.kind, t.number, t.state, t.due_on::text as "dueOn", t.warn_on::text as "warnOn", t.applicant_name as "applicantName", t.division_code as "divisionCode"`

/** What deaths have left to be done in the reader's area. */
@Injectable()
export class FindDeathTasks {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: DeathTaskQuery): Promise<Page<DeathTaskRow>> {
    const conditions = new Conditions().within('t.division_code', query.division)
    conditions.andIf(query.kind, (kind) => conditions.and('t.kind = ?', kind)).andIf(query.state, (state) => conditions.and('t.state = ?', state))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('t.number < ?', last))
    const sql = `select ${LISTED}, t.number as cursor from death_task t where ${conditions} order by t.number desc limit $${conditions.parameters.length + 1}`
    const page = await this.reads.page<Listed>(actor, query, sql, conditions.parameters)
    const today = await this.clock.today()
    const names = await this.divisions.on(today)
    return { ...page, rows: page.rows.map((row) => taskRow(row, names, today)) }
  }

  async detail(actor: Actor, id: string): Promise<DeathTaskDetail> {
    const today = await this.clock.today()
    const [names, stored, steps] = await Promise.all([
      this.divisions.on(today),
      this.reads.one<Stored>(
        actor,
        `select ${LISTED}, t.version, t.detail, t.death_id as "deathId", t.benefit_id as "benefitId", t.household_id as "householdId", t.opinion, t.decided_on::text as "decidedOn", t.decided_by as "decidedBy", ${isRelative('t.household_id', '$2')} as "isRelated"
         from death_task t where t.id = $1`,
        [id, actor.id],
      ),
      this.reads.query<StoredStep>(
        actor,
        `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
         from case_step where case_id = $1 order by seq`,
        [id],
      ),
    ])
    const { version, detail, deathId, benefitId, householdId, opinion, decidedOn, decidedBy, isRelated } = stored
    const open = isRelated ? [] : availableActions(deathTaskLifecycle, { state: stored.state, steps }, actor)
    const actions = open.filter((action) => ACTIONS_OF_TASK[stored.kind].includes(action))
    return {
      ...taskRow(stored, names, today), version, detail, deathId, benefitId, householdId, opinion, decidedOn, decidedBy,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: deathTaskLifecycle.actions[step.action]?.label ?? step.action })),
      actions: actions.map((action) => ({ action, label: deathTaskLifecycle.actions[action].label, adverse: false, blockedBy: null })),
    }
  }
}

function taskRow({ id, kind, number, state, dueOn, warnOn, applicantName, divisionCode }: Listed, names: PlaceNames, today: string): DeathTaskRow {
  return { id, kind, number, state, dueOn, title: `${label(DEATH_TASK, kind)}：${applicantName}`, place: names.whole(divisionCode), light: caseLight({ warnOn, dueOn, suspendedSince: null }, today) }
}
