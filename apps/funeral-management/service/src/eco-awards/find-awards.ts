import { labelOf, mayCall, sentence, type Actor, type Page } from '@xishan/domain'
import { awardLifecycle, contract, type AwardBasis, type AwardDetail, type AwardQuery, type AwardRow, type DispositionState } from '@xishan/funeral-management-contract'
import { ATTACHMENT_VIEW, BusinessClock, DivisionNames, ParameterBooks, Reads, type Ask } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { actionsOn } from './award-actions'
import { refusalOf } from './award-basis'
import { LISTED, awardPage, awardRow, type ListedAward } from './award-rows'
import { applyUntil, dueFen, standardOf } from './award-standard'

type Own = Pick<AwardDetail, 'relation' | 'applicantMasked' | 'phoneMasked' | 'bank' | 'accountHolder' | 'remark' | 'recordedBy' | 'paidOn' | 'recoveryFen' | 'recoveredFen'>
type StoredBasis = Omit<AwardBasis, 'amountFen' | 'assumed' | 'applyUntil' | 'obstacle' | 'awards' | 'mayApply'> & { state: DispositionState; death: { number: string; state: string } | null }
type Step = Omit<AwardDetail['steps'][number], 'actionLabel'> & { actorId: string }

/** Awards in lists and one by one, and what a disposition may be awarded. */
@Injectable()
export class FindAwards {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: AwardQuery): Promise<Page<AwardRow>> {
    const today = await this.clock.today()
    const names = await this.divisions.on(today)
    const { sql, parameters } = awardPage(query)
    const page = await this.reads.page<ListedAward>(actor, query, sql, parameters)
    return { ...page, rows: page.rows.map((row) => awardRow(row, names, today)) }
  }

  /** By what stands today, or of an award by the day of its application. */
  async basis(actor: Actor, dispositionId: string, on?: string): Promise<AwardBasis> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [{ state, death, ...stored }, awards, book] = await Promise.all([
      this.reads.one<StoredBasis>(actor, BASIS, [dispositionId]),
      ask<Omit<AwardBasis['awards'][number], 'stateLabel'>>(AWARDS_OF, [dispositionId]),
      this.books.on(today, ask),
    ])
    const appliedOn = on ?? today
    const refusal = refusalOf({ ...stored, number: stored.dispositionNumber, state, death }, book, appliedOn)
    const standard = standardOf(book, stored)
    return {
      ...stored,
      amountFen: refusal ? 0 : dueFen(book, stored, appliedOn),
      assumed: standard?.sourceMark === 'assumption',
      applyUntil: standard ? applyUntil(book, stored.disposedOn) : null,
      obstacle: refusal && sentence(PROBLEMS[refusal.code]?.detail ?? '', refusal.details),
      awards: awards.map((award) => ({ ...award, stateLabel: labelOf(awardLifecycle, award.state) })),
      mayApply: !refusal && mayCall(contract.permissions, 'ecoAward.submit', actor.roles) && !awards.some(({ state: of }) => !OVER.includes(of)),
    }
  }

  async detail(actor: Actor, id: string): Promise<AwardDetail> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, attempts, repayments, attachments, steps, names] = await Promise.all([
      this.reads.one<ListedAward & Own & { dispositionId: string }>(actor, STORED, [id]),
      ask<AwardDetail['attempts'][number]>(ATTEMPTS, [id]),
      ask<AwardDetail['repayments'][number]>(REPAYMENTS, [id]),
      ask<AwardDetail['attachments'][number]>(`select ${ATTACHMENT_VIEW} from attachment where subject_id = $1 order by uploaded_at, id`, [id]),
      ask<Step>(STEPS, [id]),
      this.divisions.on(today),
    ])
    const { dispositionId, ...own } = stored
    const basis = await this.basis(actor, dispositionId, own.appliedOn)
    return {
      ...own,
      ...awardRow(own, names, today),
      basis: { ...basis, awards: basis.awards.filter((award) => award.id !== id) },
      attempts,
      repayments,
      attachments,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: actionsOn({ ...own, basis, steps }, actor),
    }
  }
}

const PROBLEMS: Readonly<Record<string, { detail: string }>> = contract.problems
/** Another may be applied for after these; the database decides of a recovery. */
const OVER: readonly string[] = ['REFUSED', 'WITHDRAWN', 'STOPPED', 'RECOVERED']
const labelOfStep = (action: string): string => Object.entries(awardLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

const BASIS = `select d.id as "dispositionId", d.number as "dispositionNumber", d.state, d.deceased_name as "deceasedName", d.kind, d.disposed_on::text as "disposedOn", d.place, d.certificate_number as "certificateNumber",
    d.handler, d.handler_relation as "handlerRelation", (select jsonb_build_object('number', x.number, 'state', x.state) from death x where x.id = d.death_id) as death
  from disposition d where d.id = $1`

const AWARDS_OF = `select a.id, a.number, a.state from eco_award a, disposition d where d.id = $1 and (a.disposition_id = d.id or a.death_id = d.death_id or a.deceased_lookup = d.document_lookup) order by a.number desc`

const STORED = `select ${LISTED}, a.disposition_id as "dispositionId", a.relation, a.applicant_masked as "applicantMasked", a.phone_masked as "phoneMasked", a.bank, a.account_holder as "accountHolder", a.remark, a.recorded_by as "recordedBy",
    a.paid_on::text as "paidOn", a.recovery_fen::float8 as "recoveryFen", a.recovered_fen::float8 as "recoveredFen"
  from eco_award a where a.id = $1`

const ATTEMPTS = `select l.id, l.list_id as "listId", l.list_number as "listNumber", l.attempt, l.account_last_four as "accountLastFour", l.amount_fen::float8 as "amountFen", l.state, l.outcome_on::text as "outcomeOn", l.because
  from award_line l where l.award_id = $1 order by l.attempt desc`

const REPAYMENTS = `select id, amount_fen::float8 as "amountFen", repaid_on::text as "repaidOn", receipt, recorded_by as "recordedBy" from award_repayment where award_id = $1 order by repaid_on, id`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
