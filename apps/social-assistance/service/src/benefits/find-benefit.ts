import { RELATION, label, type Actor, type DecisionTrace } from '@xishan/domain'
import { BusinessClock, Reads, DivisionNames } from '@xishan/service-kit'
import { SUPPLEMENT_LABELS, type BenefitDetail, type SupplementGround } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
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
    const [names, stored, covered, history, trace] = await Promise.all([
      this.divisions.on(await this.clock.today()),
      this.stored(actor, id),
      this.covered(actor, id),
      this.history(actor, id),
      seesCircumstances(actor) ? this.trace(actor, id) : null,
    ])
    const { version, applicationId, applicationNumber, reason } = stored
    return { ...benefitRow(stored, names), version, applicationId, applicationNumber, reason, covered, history, trace }
  }

  private stored(actor: Actor, id: string): Promise<StoredBenefit> {
    return this.reads.one(
      actor,
      `select b.id, b.version, b.number, b.household_id as "householdId", b.applicant_name as "applicantName", b.document_masked as "documentMasked", b.division_code as "divisionCode",
              b.residence, b.member_count as members, b.category, b.state, b.from_month as "fromMonth", b.to_month as "toMonth", b.amount_fen::float8 as "amountFen",
              b.recheck_on::text as "recheckOn", b.reason, b.application_id as "applicationId", a.number as "applicationNumber"
       from benefit b left join application a on a.id = b.application_id where b.id = $1`,
      [id],
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

  /** Newest first. */
  private history(actor: Actor, id: string): Promise<BenefitDetail['history']> {
    return this.reads.query(
      actor,
      `select from_month as "fromMonth", to_month as "toMonth", amount_fen::float8 as "amountFen", member_count as members, reason from benefit_amount where benefit_id = $1 order by from_month desc`,
      [id],
    )
  }

  /** Of the decision that set the present amount; else of the one that brought the household into pay. */
  private async trace(actor: Actor, id: string): Promise<DecisionTrace | null> {
    const [decision] = await this.reads.query<{ trace: DecisionTrace | null }>(
      actor,
      `select d.assessment->'trace' as trace from decision d
       where d.id = (select decision_id from benefit_amount where benefit_id = $1 and decision_id is not null order by from_month desc limit 1)
          or d.application_id = (select application_id from benefit where id = $1)
       order by d.decided_on desc limit 1`,
      [id],
    )
    return decision?.trace ?? null
  }
}

const groundWords = (ground: SupplementGround | null): string => (ground ? SUPPLEMENT_LABELS[ground] : '')
