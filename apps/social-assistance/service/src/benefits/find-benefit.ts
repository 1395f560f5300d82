import { RELATION, label, monthOf, type Actor, type DecisionTrace } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads, type Ask } from '@xishan/service-kit'
import { SUPPLEMENT_LABELS, amountSpans, exitSchedule, type BenefitDetail, type DecidedAmount, type SupplementGround } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { monthsOf } from '../benefit-changes/months'
import { amountIn } from '../disbursements/settled-months'
import { seesCircumstances } from '../people/circumstances'
import { benefitRow, type ListedBenefit } from './benefit-list'

interface StoredBenefit extends ListedBenefit {
  version: number
  applicationId: string | null
  applicationNumber: string | null
  reason: string
}

interface PaidPerson {
  memberId: string
  name: string
  relation: (typeof RELATION.codes)[number]
  supplementFen: number
  supplementGround: SupplementGround | null
}

/** A household in pay: since when, how much, for whom, and why. */
@Injectable()
export class FindBenefit {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async detail(actor: Actor, id: string): Promise<BenefitDetail> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [names, stored, covered, history, trace, holds, changes, { open }] = await Promise.all([
      this.divisions.on(today),
      this.stored(actor, id, monthOf(today)),
      this.covered(actor, id),
      this.history(actor, id),
      seesCircumstances(actor) ? this.trace(actor, id) : null,
      holdsOf(ask, id),
      changesOf(ask, id),
      monthsOf(ask, today),
    ])
    const { version, applicationId, applicationNumber, reason } = stored
    const schedule = stored.state === 'GRADUAL_EXIT' && stored.toMonth ? exitSchedule(open, stored.toMonth, stored.amountFen) : []
    return { ...benefitRow(stored, names), version, applicationId, applicationNumber, reason, covered, history, trace, holds, changes, schedule }
  }

  private stored(actor: Actor, id: string, month: string): Promise<StoredBenefit> {
    return this.reads.one(
      actor,
      `select b.id, b.version, b.number, b.household_id as "householdId", b.applicant_name as "applicantName", b.document_masked as "documentMasked", b.division_code as "divisionCode",
              b.residence, m.member_count as members, b.category, b.state, b.from_month as "fromMonth", b.to_month as "toMonth", m.amount_fen::float8 as "amountFen",
              b.recheck_on::text as "recheckOn", b.reason, b.application_id as "applicationId", a.number as "applicationNumber"
       from benefit b join ${amountIn('greatest($2::text, b.from_month)')} m on true left join application a on a.id = b.application_id where b.id = $1`,
      [id, month],
    )
  }

  private async covered(actor: Actor, id: string): Promise<BenefitDetail['covered']> {
    const people = await this.reads.query<PaidPerson>(
      actor,
      `select p.member_id as "memberId", p.name, p.relation, p.supplement_fen::float8 as "supplementFen", p.supplement_ground as "supplementGround"
       from benefit_member p where p.benefit_id = $1 order by p.relation, p.member_id`,
      [id],
    )
    return people.map((person) => ({
      ...person,
      relation: label(RELATION, person.relation),
      supplementGround: seesCircumstances(actor) ? groundWords(person.supplementGround) : null,
    }))
  }

  /** Newest first; what a later decision replaced before it counted is left out. */
  private async history(actor: Actor, id: string): Promise<BenefitDetail['history']> {
    const rows = await this.reads.query<DecidedAmount & { endMonth: string | null; amountFen: number; members: number; reason: string }>(
      actor,
      `select a.from_month as "fromMonth", a.sequence, a.amount_fen::float8 as "amountFen", a.member_count as members, a.reason, b.to_month as "endMonth"
       from benefit_amount a join benefit b on b.id = a.benefit_id where a.benefit_id = $1`,
      [id],
    )
    return amountSpans(rows, rows[0]?.endMonth ?? null).map(({ fromMonth, toMonth, amountFen, members, reason }) => ({ fromMonth, toMonth, amountFen, members, reason })).reverse()
  }

  /** Of the decision that set the present amount; else of the one that brought the household into pay. */
  private async trace(actor: Actor, id: string): Promise<DecisionTrace | null> {
    const [decision] = await this.reads.query<{ trace: DecisionTrace | null }>(
      actor,
      `select coalesce(
         (select coalesce(r.assessment, d.assessment)->'trace' from benefit_amount a left join reassessment r on r.id = a.reassessment_id left join decision d on d.id = a.decision_id
          where a.benefit_id = b.id and (a.reassessment_id is not null or a.decision_id is not null) order by a.sequence desc, a.from_month desc limit 1),
         (select d.assessment->'trace' from decision d where d.application_id = b.application_id and d.outcome = 'CONFIRMED')) as trace
       from benefit b where b.id = $1`,
      [id],
    )
    return decision?.trace ?? null
  }
}

const holdsOf = (ask: Ask, id: string): Promise<BenefitDetail['holds']> =>
  ask(
    `select id, ground, because, from_month as "fromMonth", placed_on::text as "placedOn", placed_by as "placedBy", lifted_on::text as "liftedOn", lifted_because as "liftedBecause"
     from benefit_hold where benefit_id = $1 order by placed_on desc, id desc`,
    [id],
  )

const changesOf = (ask: Ask, id: string): Promise<BenefitDetail['changes']> =>
  ask(
    `select id, number, kind, ground, state, reported_on::text as "reportedOn", before_fen::float8 as "beforeFen", proposed_fen::float8 as "proposedFen" from benefit_change where benefit_id = $1 order by number desc`,
    [id],
  )

const groundWords = (ground: SupplementGround | null): string => (ground ? SUPPLEMENT_LABELS[ground] : '')
