import type { Actor, Saved } from '@xishan/domain'
import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk } from '../applications/application-desk'

/** The second investigator signs what the first recorded: an investigation is two people's (57号 §16). */
@Injectable()
export class Countersign {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, input: ActionInputs['countersign']): Promise<Saved> {
    return this.desk.take(actor, id, 'countersign', input, async ({ work, application }) => {
      await work.query(`update survey set countersigned_by = $2, countersigned_on = $3 where application_id = $1 and countersigned_on is null`, [application.id, actor.name, work.businessDate])
    })
  }
}
