import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { ResumeClock as ResumeClockInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from './application-desk'
import { isRunning } from './terms'

/** Lets the clock go on; the days between do not count. */
@Injectable()
export class ResumeClock {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, explanation }: ResumeClockInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'resumeClock', ({ work, application, rules }) => {
      if (!isRunning(application.terms, 'whole')) throw new DomainProblem('clock-not-running')
      if (!application.suspendedSince) throw new DomainProblem('clock-not-suspended')
      application.resumeClock(work.businessDate, rules)
      return { changes: { explanation } }
    })
  }
}
