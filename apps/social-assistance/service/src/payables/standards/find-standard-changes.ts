import { availableActions, type Actor, type Page, type ParameterVersion, type RouteInput, type StepView } from '@xishan/domain'
import { BusinessClock, Conditions, DivisionNames, ParameterBooks, Reads, cursorParts, type Ask } from '@xishan/service-kit'
import { standardChangeLifecycle, type StandardChangeDetail, type StandardChangeRow, type StandardResultRow, type StreetSums, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { countPaid } from './paid-benefits'
import { APPLIED_SUMS, total } from './standard-sums'

type Stored = Omit<StandardChangeRow, 'title' | 'unit' | 'oldValue' | 'newValue' | 'source' | 'actions'> & { parameterVersion: number }
type StoredResult = Omit<StandardResultRow, 'streetName' | 'communityName'> & { divisionCode: string }
type StoredStep = Omit<StepView, 'actionLabel'> & { action: keyof typeof standardChangeLifecycle.actions }

const LISTED = `c.id, c.version, c.number, c.parameter_key as "parameterKey", c.parameter_version as "parameterVersion", c.effective_month as "effectiveMonth", c.from_month as "fromMonth", c.state,
  c.benefits, c.changed, c.monthly_difference_fen::float8 as "monthlyDifferenceFen", c.arrears_fen::float8 as "arrearsFen", c.applied_on::text as "appliedOn"`

/** Changes of standards: what is to be applied, how far it is, and what it made of each household. */
@Injectable()
export class FindStandardChanges {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: RouteInput<typeof routes.findStandardChanges>['query']): Promise<Page<StandardChangeRow>> {
    const conditions = new Conditions().andIf(query.state, (state) => conditions.and('c.state = ?', state))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('c.number < ?', last))
    const page = await this.reads.page<Stored>(
      actor,
      query,
      `select ${LISTED}, c.number as cursor from standard_change c where ${conditions} order by c.number desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    const versions = await this.books.versions(this.ask(actor))
    return { ...page, rows: page.rows.map((row) => asRow(row, versions, actor)) }
  }

  async detail(actor: Actor, id: string): Promise<StandardChangeDetail> {
    const ask = this.ask(actor)
    const stored = await this.reads.one<Stored>(actor, `select ${LISTED} from standard_change c where c.id = $1`, [id])
    const [versions, sums, steps, [scope], [finished], names] = await Promise.all([
      this.books.versions(ask),
      ask<Omit<StreetSums, 'name'>>(APPLIED_SUMS, [id, stored.fromMonth ?? stored.effectiveMonth]),
      ask<StoredStep>(
        `select id, action, from_state as "fromState", to_state as "toState", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
         from case_step where case_id = $1 order by seq`,
        [id],
      ),
      ask<{ count: number }>(countPaid, [stored.effectiveMonth]),
      ask<{ done: number }>(`select count(distinct benefit_id)::int as done from reassessment where cause_kind = 'STANDARD_CHANGE' and cause_id = $1`, [id]),
      this.divisions.on(await this.clock.today()),
    ])
    return {
      ...asRow(stored, versions, actor),
      done: finished?.done ?? 0,
      inScope: scope?.count ?? 0,
      total: total(sums),
      streets: sums.map((sum) => ({ ...sum, name: names.street(sum.code) })),
      steps: steps.map((step) => ({ ...step, actionLabel: standardChangeLifecycle.actions[step.action]?.label ?? step.action })),
    }
  }

  /** Household by household, in the order of their numbers. */
  async results(actor: Actor, id: string, query: RouteInput<typeof routes.findStandardResults>['query']): Promise<Page<StandardResultRow>> {
    const { from } = await this.reads.one<{ from: string }>(actor, `select coalesce(from_month, effective_month) as "from" from standard_change where id = $1`, [id])
    const conditions = new Conditions().and(`r.cause_kind = 'STANDARD_CHANGE' and r.cause_id = ?`, id).within('r.division_code', query.division)
    conditions.and(`r.from_month = (select s.from_month from reassessment s where s.benefit_id = r.benefit_id and s.cause_kind = r.cause_kind and s.cause_id = r.cause_id order by s.from_month > ?, s.from_month desc limit 1)`, from)
    conditions.andIf(query.only, (only) => conditions.and(only === 'CHANGED' ? 'r.before_fen <> r.after_fen' : `r.assessment->>'result' <> 'pass'`))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('b.number > ?', last))
    const page = await this.reads.page<StoredResult>(
      actor,
      query,
      `select b.id as "benefitId", b.number as "benefitNumber", b.applicant_name as "applicantName", b.division_code as "divisionCode", r.member_count as members, r.before_fen::float8 as "beforeFen",
              r.after_fen::float8 as "afterFen", (select coalesce(sum(p.amount_fen), 0) from payable p where p.benefit_id = b.id and p.cause_kind = r.cause_kind and p.cause_id = r.cause_id)::float8 as "arrearsFen",
              r.assessment->>'result' <> 'pass' as "needsRecheck", b.number as cursor
       from reassessment r join benefit b on b.id = r.benefit_id where ${conditions} order by b.number limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    const names = await this.divisions.on(await this.clock.today())
    return { ...page, rows: page.rows.map(({ divisionCode, ...row }) => ({ ...row, streetName: names.street(divisionCode), communityName: names.community(divisionCode) })) }
  }

  private ask(actor: Actor): Ask {
    return (sql, parameters) => this.reads.query(actor, sql, parameters)
  }
}

function asRow({ parameterVersion, ...stored }: Stored, versions: readonly ParameterVersion[], actor: Actor): StandardChangeRow {
  const own = versions.filter(({ key }) => key === stored.parameterKey)
  const approved = own.find(({ version }) => version === parameterVersion)
  const before = own.filter(({ version, effectiveFrom }) => version < parameterVersion && effectiveFrom <= (approved?.effectiveFrom ?? '')).at(-1)
  return {
    ...stored,
    title: approved?.title ?? stored.parameterKey,
    unit: approved?.unit ?? 'fen',
    oldValue: before?.value ?? null,
    newValue: approved?.value ?? '',
    source: approved?.source ?? '',
    actions: availableActions(standardChangeLifecycle, { state: stored.state, steps: [] }, actor).filter((action) => action === 'apply'),
  }
}
