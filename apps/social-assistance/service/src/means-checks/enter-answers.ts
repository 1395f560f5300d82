import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import type { CheckAnswer, routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { CheckDesk, type OpenCheck } from './check-desk'
import { MeansCheckAnswer } from './means-check-answer.entity'

/**
 * What the sources say, typed in by hand as long as no checking system is connected. A later answer about the same member from
 * the same source replaces the earlier one, which stays in the check's steps.
 */
@Injectable()
export class EnterAnswers {
  constructor(@Inject(CheckDesk) private readonly desk: CheckDesk) {}

  execute(actor: Actor, id: string, { version, answers }: RouteInput<typeof routes.enterCheckAnswers>['body']): Promise<Saved> {
    return this.desk.take(actor, id, 'enterAnswers', version, async (open) => {
      for (const [at, answer] of answers.entries()) this.require(open, answer, at)
      for (const answer of answers) await this.replace(open, answer)
      open.check.dueOn = null
      return { input: { answers } }
    })
  }

  private require({ work, memberIds }: OpenCheck, { memberId, answeredOn }: CheckAnswer, at: number): void {
    if (!memberIds.includes(memberId)) throw new DomainProblem('member-unknown', {}, [{ field: `answers.${at}.memberId`, message: '该成员不在本户' }])
    requireNotAfter(work.businessDate, answeredOn, { path: `answers.${at}.answeredOn`, title: '核对日期' })
  }

  private async replace({ work, check }: OpenCheck, answer: CheckAnswer): Promise<void> {
    await work.remove(MeansCheckAnswer, { meansCheckId: check.id, memberId: answer.memberId, source: answer.source })
    const row = { ...answer, meansCheckId: check.id, divisionCode: check.divisionCode, way: 'BY_HAND', enteredBy: work.actor.name }
    await work.insert(MeansCheckAnswer, [Object.assign(new MeansCheckAnswer(), row)])
  }
}
