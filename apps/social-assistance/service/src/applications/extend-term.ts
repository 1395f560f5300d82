import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { ExtendTerm as ExtendTermInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'
import { isRunning } from './terms'

/** The whole procedure takes up to 45 working days for a reason of 57号 §22, once. */
@Injectable()
export class ExtendTerm {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, reason, explanation }: ExtendTermInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'extendTerm', ({ application, rules }) => {
      if (!isRunning(application.terms, 'whole')) throw new DomainProblem('clock-not-running')
      if (application.extendedFor) throw new DomainProblem('already-extended')
      application.extendFor(reason, rules)
      return { changes: { reason, explanation } }
    })
  }
}
