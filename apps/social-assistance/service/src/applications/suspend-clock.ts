import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import { SUSPENSION_REASON, type SuspendClock as SuspendClockInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'
import { isRunning } from './terms'

/** Stops the clock for a reason outside the office: papers, an appraisal, a hearing. */
@Injectable()
export class SuspendClock {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, reason, explanation }: SuspendClockInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'suspendClock', ({ work, application, rules }) => {
      if (!isRunning(application.terms, 'whole')) throw new DomainProblem('clock-not-running')
      if (application.suspendedSince) throw new DomainProblem('clock-suspended')
      application.stopClock(work.businessDate, `${label(SUSPENSION_REASON, reason)}：${explanation}`, rules)
      return { changes: { reason, explanation } }
    })
  }
}
