import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { missingAnswers, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { CheckDesk, type OpenCheck } from './check-desk'
import { MeansCheckAnswer } from './means-check-answer.entity'

type Conclusion = RouteInput<typeof routes.concludeCheckPassed>['body']

/** The check centre's conclusion. It passes only when every source has answered about every member. */
@Injectable()
export class ConcludeCheck {
  constructor(@Inject(CheckDesk) private readonly desk: CheckDesk) {}

  passed(actor: Actor, id: string, { version, conclusion }: Conclusion): Promise<Saved> {
    return this.desk.take(actor, id, 'concludePassed', version, async (open) => {
      await this.requireAllAnswers(open)
      open.check.conclude(open.work.businessDate, conclusion)
      return { opinion: conclusion }
    })
  }

  notPassed(actor: Actor, id: string, { version, conclusion }: Conclusion): Promise<Saved> {
    return this.desk.take(actor, id, 'concludeNotPassed', version, ({ work, check }) => {
      check.conclude(work.businessDate, conclusion)
      return { opinion: conclusion }
    })
  }

  private async requireAllAnswers({ work, check, memberIds }: OpenCheck): Promise<void> {
    const missing = missingAnswers(memberIds, await work.find(MeansCheckAnswer, { meansCheckId: check.id }))
    if (missing.length > 0 || memberIds.length === 0) throw new DomainProblem('means-check-answers-missing', { count: missing.length })
  }
}
