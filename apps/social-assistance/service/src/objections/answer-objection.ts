import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { AnswerObjection as AnswerObjectionInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireNotAfter } from '../applications/application-desk'
import { Objection } from './objection.entity'

/** What came out, told to who objected (57号 §37). An answer is given once. */
@Injectable()
export class AnswerObjection {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, objectionId, answeredOn, answer }: AnswerObjectionInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'answerObjection', async ({ work }) => {
      const objection = await work.findOne(Objection, { id: objectionId, applicationId: id })
      if (!objection) throw new DomainProblem('not-found')
      if (objection.answeredOn) throw new DomainProblem('objection-answered')
      requireNotAfter(work.businessDate, answeredOn, { path: 'answeredOn', title: '答复日期' })
      await work.update(Objection, { id: objectionId }, { answeredOn, answer, answeredBy: actor.name })
      return { changes: { objection: objectionId } }
    })
  }
}
