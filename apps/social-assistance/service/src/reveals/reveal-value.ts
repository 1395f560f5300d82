import { DomainProblem, hasRole, type Actor } from '@xishan/domain'
import { RevealSealed, type Work } from '@xishan/service-kit'
import { applicationLifecycle, isDecided, type RevealInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireUnrelated } from '../applications/application-desk'
import { Application } from '../applications/application.entity'
import { HouseholdMember } from '../households/household-member.entity'
import { Household } from '../households/household.entity'

interface Subject {
  application: Application | null
  household: Household | null
}

/** Which sealed value of which case or household is meant, and whether the asker has the case on the desk. */
@Injectable()
export class RevealValue {
  constructor(@Inject(RevealSealed) private readonly sealedValue: RevealSealed) {}

  execute(actor: Actor, input: RevealInput): Promise<{ value: string }> {
    return this.sealedValue.execute(actor, input.reason, async (work) => {
      const subject = await this.subject(work, input)
      if (subject.application) requireUnrelated(actor, subject.application)
      const { id, divisionCode } = subject.application ?? subject.household ?? { id: '', divisionCode: '' }
      return {
        subject: { type: subject.application ? 'application' : 'household', id, divisionCode },
        field: input.memberId ? `${input.field} ${input.memberId}` : input.field,
        sealed: await this.sealed(work, input, subject),
        ...(subject.application && handles(actor, subject.application) ? { caseNumber: subject.application.number } : {}),
      }
    })
  }

  private async subject(work: Work, { applicationId, householdId }: RevealInput): Promise<Subject> {
    const application = applicationId ? await work.findOne(Application, { id: applicationId }) : null
    const home = application ? application.householdId : householdId
    const household = home ? await work.findOne(Household, { id: home }) : null
    if (!application && !household) throw new DomainProblem('not-found')
    return { application, household }
  }

  private async sealed(work: Work, { field, memberId }: RevealInput, { application, household }: Subject): Promise<string | null | undefined> {
    return field === 'DOCUMENT_NUMBER' ? await this.documentNumber(work, memberId, { application, household }) : field === 'PHONE' ? (application ?? household)?.phoneSealed : household?.accountNumberSealed
  }

  private async documentNumber(work: Work, memberId: string | undefined, { application, household }: Subject): Promise<string | null | undefined> {
    if (!memberId && application) return application.documentNumberSealed
    if (!household) return null
    const members = await work.find(HouseholdMember, { householdId: household.id })
    return members.find(({ id, relation }) => (memberId ? id === memberId : relation === '0'))?.documentNumberSealed
  }
}

/** Has the open case on the desk. */
const handles = (actor: Actor, { state }: Application): boolean => !isDecided(state) && hasRole(actor, applicationLifecycle.states[state].heldBy ?? [])
