import { availableActions, type Actor, type Page, type RouteInput, type StepTaken } from '@xishan/domain'
import { BusinessClock, Reads, cursorParts, DivisionNames, type PlaceNames, Conditions, foundBy } from '@xishan/service-kit'
import { CHECK_SOURCE, meansCheckLifecycle, type MeansCheckDetail, type MeansCheckRow, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

type Listed = Omit<MeansCheckRow, 'communityName' | 'needed'> & { divisionCode: string }
type Stored = Listed & Pick<MeansCheckDetail, 'version' | 'round' | 'conclusion' | 'concludedOn' | 'toldOn' | 'recheckReason'> & { householdId: string | null; related: boolean; steps: StepTaken[] }

const LISTED = `c.id, c.application_id as "applicationId", c.number, coalesce(a.applicant_name, '') as "applicantName", c.division_code as "divisionCode", c.state,
  c.requested_on::text as "requestedOn", c.due_on::text as "dueOn",
  (select count(*)::int from household_member m where m.household_id = a.household_id) as members,
  (select count(*)::int from means_check_answer r where r.means_check_id = c.id and r.finding <> 'NO_REPLY') as answered`

/** What the check centre has to look into, and what it found. */
@Injectable()
export class FindMeansChecks {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  /** Newest request first. */
  async page(actor: Actor, query: RouteInput<typeof routes.findMeansChecks>['query']): Promise<Page<MeansCheckRow>> {
    const conditions = new Conditions().within('c.division_code', query.division)
    const { from } = foundBy(conditions, { table: 'application', alias: 'a', nameColumn: 'applicant_name' }, query.q)
    conditions.andIf(query.state, (state) => conditions.and('c.state = ?', state))
    const [number] = cursorParts(query.after, 1) ?? []
    conditions.andIf(number, (last) => conditions.and('c.number < ?', last))
    const page = await this.reads.page<Listed>(
      actor,
      query,
      `select ${LISTED}, c.number as cursor from ${from} join means_check c on a.id = c.application_id where ${conditions} order by c.number desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    const names = await this.divisions.on(await this.clock.today())
    return { ...page, rows: page.rows.map((row) => asRow(row, names)) }
  }

  async detail(actor: Actor, id: string): Promise<MeansCheckDetail> {
    const [stored, answers, names] = await Promise.all([this.stored(actor, id), this.answers(actor, id), this.divisions.on(await this.clock.today())])
    const { version, round, conclusion, concludedOn, toldOn, recheckReason, state, steps } = stored
    return {
      ...asRow(stored, names),
      version,
      round,
      people: await this.people(actor, stored.householdId),
      answers,
      conclusion,
      concludedOn,
      toldOn,
      recheckReason,
      actions: stored.related ? [] : availableActions(meansCheckLifecycle, { state, steps }, actor),
    }
  }

  private stored(actor: Actor, id: string): Promise<Stored> {
    return this.reads.one(
      actor,
      `select ${LISTED}, c.version, c.round, c.conclusion, c.concluded_on::text as "concludedOn", c.told_on::text as "toldOn", c.recheck_reason as "recheckReason",
              a.household_id as "householdId", $2 = any(a.related_account_ids) as related,
              (select coalesce(jsonb_agg(jsonb_build_object('action', s.action, 'actorId', s.actor_id) order by s.seq), '[]') from case_step s where s.case_id = c.id) as steps
       from means_check c join application a on a.id = c.application_id where c.id = $1`,
      [id, actor.id],
    )
  }

  private people(actor: Actor, householdId: string | null): Promise<MeansCheckDetail['people']> {
    return this.reads.query(actor, `select id as "memberId", name, document_masked as "documentMasked" from household_member where household_id = $1 order by position`, [householdId])
  }

  private answers(actor: Actor, id: string): Promise<MeansCheckDetail['answers']> {
    return this.reads.query(
      actor,
      `select member_id as "memberId", source, answered_on::text as "answeredOn", finding, amount_fen::float8 as "amountFen", details, way, entered_by as "enteredBy"
       from means_check_answer where means_check_id = $1 order by source, member_id`,
      [id],
    )
  }
}

const asRow = ({ divisionCode, ...row }: Listed, names: PlaceNames): MeansCheckRow => ({ ...row, communityName: names.community(divisionCode), needed: row.members * CHECK_SOURCE.codes.length })
