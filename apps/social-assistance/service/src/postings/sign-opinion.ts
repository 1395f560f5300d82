import type { Actor, Saved } from '@xishan/domain'
import { communityName } from '@xishan/service-kit'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, type CaseAtHand } from '../applications/application-desk'
import { postingOf } from './posting-of'
import { Posting } from './posting.entity'

/** The street's leader signs the opinion; from today it hangs in the community (57号 §19). */
@Injectable()
export class SignOpinion {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['signOpinion']): Promise<Saved> {
    return this.desk.take(actor, id, 'signOpinion', input, async (at) => at.work.insert(Posting, [await this.posting(at)]))
  }

  private async posting({ work, ask, application, assessment, rules }: CaseAtHand): Promise<Posting> {
    const [last] = await ask<{ round: number }>(`select coalesce(max(round), 0)::int as round from posting where application_id = $1`, [application.id])
    const recommend = application.recommended ?? false
    const opinion = {
      applicationId: application.id,
      divisionCode: application.divisionCode,
      round: (last?.round ?? 0) + 1,
      applicantName: application.applicantName ?? '',
      memberCount: recommend && assessment ? assessment.coveredMembers : (application.memberCount ?? 0),
      recommend,
      amountFen: application.amountFen ?? 0,
      place: `${await communityName(ask, application.divisionCode, work.businessDate)}公示栏`,
    }
    return postingOf(opinion, work.businessDate, rules)
  }
}
