import type { Actor, Saved } from '@xishan/domain'
import { newId } from '@xishan/service-kit'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireNotAfter, type CaseAtHand } from '../applications/application-desk'
import { Survey } from './survey.entity'

/** The first of two investigators records what was found (57号 §16); a record that was sent back unsigned is written anew. */
@Injectable()
export class Investigate {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['investigate']): Promise<Saved> {
    return this.desk.take(actor, id, 'investigate', input, async (at) => {
      requireNotAfter(at.work.businessDate, input.survey.surveyedOn, { path: 'survey.surveyedOn', title: '调查日期' })
      await this.record(at, { record: input.survey, investigatorId: actor.id, investigator: actor.name })
    })
  }

  private async record({ work, application, ask }: CaseAtHand, found: Pick<Survey, 'record' | 'investigatorId' | 'investigator'>): Promise<void> {
    const [last] = await ask<{ id: string; round: number; signed: boolean }>(
      `select id, round, countersigned_on is not null as signed from survey where application_id = $1 order by round desc limit 1`,
      [application.id],
    )
    if (last && !last.signed) return work.update(Survey, { id: last.id }, found)
    const survey = { id: newId(), applicationId: application.id, divisionCode: application.divisionCode, round: (last?.round ?? 0) + 1 }
    await work.insert(Survey, [Object.assign(new Survey(), survey, found)])
  }
}
