import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import type { routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { CheckDesk } from './check-desk'

/** The applicant is told what was found and may object with proof (57号 §18). */
@Injectable()
export class TellResult {
  constructor(@Inject(CheckDesk) private readonly desk: CheckDesk) {}

  execute(actor: Actor, id: string, { version, toldOn, remark }: RouteInput<typeof routes.tellCheckResult>['body']): Promise<Saved> {
    return this.desk.take(actor, id, 'tellResult', version, ({ work, check }) => {
      requireNotAfter(work.businessDate, toldOn, { path: 'toldOn', title: '告知日期' })
      if (check.concludedOn && toldOn < check.concludedOn)
        throw new DomainProblem('invalid-input', {}, [{ field: 'toldOn', message: `告知日期不能早于出具结论的日期 ${check.concludedOn}` }])
      check.toldOn = toldOn
      return { ...(remark ? { opinion: remark } : {}), input: { toldOn } }
    })
  }
}
