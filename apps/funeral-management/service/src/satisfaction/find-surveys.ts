import { DomainProblem, availableActions, mayCall, ratePercent, type Actor, type Page } from '@xishan/domain'
import { contract as line, surveyLifecycle, type Satisfaction, type SurveyDetail, type SurveyQuery, type SurveyRow, type SurveyShown } from '@xishan/funeral-management-contract'
import { BusinessClock, CIPHERS, Conditions, Reads, cursorParts, foundBy, serviceActor, type Ciphers } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

const LISTED = `v.id, v.version, v.number, v.state, v.deceased_name as "deceasedName", v.facility_name as "facilityName", v.invited_on::text as "invitedOn", v.closes_on::text as "closesOn", v.grade, v.source,
  v.answered_on::text as "answeredOn", v.due_on::text as "dueOn"`

type Stored = Omit<SurveyDetail, 'steps' | 'actions' | 'mayShowCode'>
type Step = Omit<SurveyDetail['steps'][number], 'actionLabel'> & { actorId: string }
type Counted = Omit<Satisfaction['total'], 'rate'>

@Injectable()
export class FindSurveys {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  page(actor: Actor, query: SurveyQuery): Promise<Page<SurveyRow>> {
    const conditions = new Conditions()
    const { from, number } = foundBy(conditions, { table: 'survey', alias: 'v', nameColumn: 'deceased_name' }, query.q)
    conditions
      .andIf(query.facilityId, (id) => conditions.and('v.facility_id = ?', id))
      .andIf(query.state, (state) => conditions.and('v.state = ?', state))
      .andIf(query.grade, (grade) => conditions.and('v.grade = ?', grade))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
    return this.reads.page<SurveyRow>(actor, query, `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<SurveyDetail> {
    const [stored, steps] = await Promise.all([this.reads.one<Stored>(actor, STORED, [id]), this.reads.query<Step>(actor, STEPS, [id])])
    const may = (action: string) => mayCall(line.permissions, `survey.${action}`, actor.roles)
    return {
      ...stored,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(surveyLifecycle, { state: stored.state, steps }, actor).filter(may),
      mayShowCode: stored.state === 'INVITED' && may('invite'),
    }
  }

  async code(actor: Actor, id: string): Promise<{ code: string }> {
    const { sealed } = await this.reads.one<{ sealed: string }>(actor, `select code_sealed as sealed from survey where id = $1`, [id])
    return { code: this.ciphers.decrypt(sealed) }
  }

  /** For the family that holds the code. @throws DomainProblem `survey-code-unknown` */
  async shown(code: string): Promise<SurveyShown> {
    const [found] = await this.reads.query<Omit<SurveyShown, 'isOpen'> & { state: string }>(
      serviceActor('funeral-management'),
      `select facility_name as "facilityName", invited_on::text as "invitedOn", closes_on::text as "closesOn", state from survey where code_lookup = $1`,
      [this.ciphers.lookup('survey', code)],
    )
    if (!found) throw new DomainProblem('survey-code-unknown')
    const { state, ...survey } = found
    return { ...survey, isOpen: state === 'INVITED' && survey.closesOn >= (await this.clock.today()) }
  }

  async rate(actor: Actor, asked: number | undefined): Promise<Satisfaction> {
    const year = asked ?? Number((await this.clock.today()).slice(0, 4))
    const of = <T>(what: string, grouping: string) => this.reads.query<T>(actor, `${COUNTED} select ${what} ${COUNTS} from told ${grouping}`, [year])
    const [total, facilities, months] = await Promise.all([
      of<Counted>('', ''),
      of<Counted & { id: string; name: string }>('facility_id as id, max(facility_name) as name,', 'group by facility_id order by name'),
      of<Counted & { month: string }>(`to_char("on", 'YYYY-MM') as month,`, 'group by month order by month'),
    ])
    const rated = <T extends Counted>(counted: T) => ({ ...counted, rate: ratePercent(counted.satisfied, counted.answers) })
    return { year, total: rated(total[0] ?? { invited: 0, answers: 0, satisfied: 0, dissatisfied: 0 }), facilities: facilities.map(rated), months: months.map(rated) }
  }
}

const labelOfStep = (action: string): string => Object.entries(surveyLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

/** Invitations by their day, answers by theirs. */
const COUNTED = `with told as (
  select facility_id, facility_name, invited_on as "on", null as grade from survey where invited_on between make_date($1, 1, 1) and make_date($1, 12, 31)
  union all select facility_id, facility_name, answered_on, grade from survey where answered_on between make_date($1, 1, 1) and make_date($1, 12, 31))`
const COUNTS = `(count(*) filter (where grade is null))::int as invited, count(grade)::int as answers, (count(*) filter (where grade in ('VERY_SATISFIED', 'SATISFIED')))::int as satisfied,
  (count(*) filter (where grade in ('DISSATISFIED', 'VERY_DISSATISFIED')))::int as dissatisfied`

const STORED = `select ${LISTED}, v.death_id as "deathId", v.bill_id as "billId", v.words, v.entered_by as "enteredBy", v.contacted_on::text as "contactedOn", v.outcome, v.result from survey v where v.id = $1`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
