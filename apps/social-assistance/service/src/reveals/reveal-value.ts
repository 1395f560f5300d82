import { DomainProblem, hasRole, type Actor } from '@xishan/domain'
import { CIPHERS, UnitOfWork, logReveal, type Ciphers, type Work } from '@xishan/service-kit'
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

/** Shows a masked value, and logs who was shown it and why: the open case its handler works on, else a typed reason. */
@Injectable()
export class RevealValue {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, input: RevealInput): Promise<{ value: string }> {
    return this.unitOfWork.perform(actor, async (work) => {
      const subject = await this.subject(work, input)
      if (subject.application) requireUnrelated(actor, subject.application)
      const caseNumber = subject.application && handles(actor, subject.application) ? subject.application.number : undefined
      if (!caseNumber && !input.reason) throw new DomainProblem('reveal-needs-reason')
      const sealed = await this.sealed(work, input, subject)
      const { id, divisionCode } = subject.application ?? subject.household ?? { id: '', divisionCode: '' }
      await logReveal(work, {
        subjectType: subject.application ? 'application' : 'household',
        subjectId: id,
        divisionCode,
        field: input.memberId ? `${input.field} ${input.memberId}` : input.field,
        ...(caseNumber ? { caseNumber } : {}),
        ...(input.reason ? { reason: input.reason } : {}),
      })
      return { value: this.ciphers.decrypt(sealed) }
    })
  }

  private async subject(work: Work, { applicationId, householdId }: RevealInput): Promise<Subject> {
    const application = applicationId ? await work.findOne(Application, { id: applicationId }) : null
    const home = application ? application.householdId : householdId
    const household = home ? await work.findOne(Household, { id: home }) : null
    if (!application && !household) throw new DomainProblem('not-found')
    return { application, household }
  }

  private async sealed(work: Work, { field, memberId }: RevealInput, { application, household }: Subject): Promise<string> {
    const found = field === 'DOCUMENT_NUMBER' ? await this.documentNumber(work, memberId, { application, household }) : field === 'PHONE' ? (application ?? household)?.phoneSealed : household?.accountNumberSealed
    if (!found) throw new DomainProblem('not-found')
    return found
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
