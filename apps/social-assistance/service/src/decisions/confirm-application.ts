import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { grantFrom, requireAgreement, type ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, type CaseAtHand, type StepRecord } from '../applications/application-desk'
import { Duplicates } from '../applications/duplicates'
import { BenefitAmount } from '../benefits/benefit-amount.entity'
import { BenefitMember } from '../benefits/benefit-member.entity'
import { benefitOfGrant } from '../benefits/benefit-of-grant'
import { HouseholdMember } from '../households/household-member.entity'
import { confirmation } from './decide'
import { Decision } from './decision.entity'
import { markCounted } from '../households/mark-counted'

/**
 * The household comes into pay from the month after (57号 §21): by the bureau, or by the street where confirmation is delegated. The
 * amount is worked out here and now; the one the person saw must be the same.
 */
@Injectable()
export class ConfirmApplication {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(Duplicates) private readonly duplicates: Duplicates,
  ) {}

  byBureau(actor: Actor, id: string, input: ActionInputs['confirm']): Promise<Saved> {
    return this.desk.take(actor, id, 'confirm', input, (at) => this.confirm(at, input))
  }

  byStreet(actor: Actor, id: string, input: ActionInputs['confirmAtStreet']): Promise<Saved> {
    return this.desk.take(actor, id, 'confirmAtStreet', input, (at) => this.confirm(at, input))
  }

  private async confirm(at: CaseAtHand, { opinion, amountFen }: ActionInputs['confirm']): Promise<StepRecord> {
    const { work, application, assessment } = at
    const { householdId, residence } = application
    if (!assessment || householdId === null || residence === null) throw new DomainProblem('household-incomplete')
    requireAgreement({ amountFen, recommend: true }, assessment)
    const grant = grantFrom(assessment, work.businessDate)
    const members = await work.find(HouseholdMember, { householdId })
    await this.requireNobodyInPay(at, members.filter(({ id }) => grant.covered.some(({ memberId }) => memberId === id)))

    const decision = confirmation(application, at, grant, opinion, work)
    const { applicantName, documentMasked, personKey, divisionCode } = application
    const household = { householdId, applicationId: application.id, divisionCode, applicantName: applicantName ?? '', documentMasked: documentMasked ?? '', residence, members }
    const { benefit, members: paid, amount } = benefitOfGrant(household, grant, await work.nextNumber('SAB'), decision.id)
    await work.insert(Decision, [decision])
    await work.save(benefit, 'grant')
    await work.insert(BenefitMember, paid)
    await work.insert(BenefitAmount, [amount])
    await markCounted(work, householdId, assessment)
    application.decidedOn = work.businessDate
    application.amountFen = grant.amountFen
    return {
      trace: grant.trace,
      event: {
        type: 'subsistence-allowance.confirmed',
        payload: { householdId, number: benefit.number, fromMonth: grant.fromMonth, amountFen: grant.amountFen, members: paid.length },
        ...(personKey ? { personKey } : {}),
      },
    }
  }

  private async requireNobodyInPay({ work, application }: CaseAtHand, members: readonly HouseholdMember[]): Promise<void> {
    const inOrder = [...members].sort((a, b) => (a.documentLookup < b.documentLookup ? -1 : 1))
    for (const { name, documentLookup } of inOrder) {
      const { inPay } = await this.duplicates.of(work, documentLookup, 'CONFIRM', application.id)
      if (inPay) throw new DomainProblem('already-in-pay', { name })
    }
  }
}
