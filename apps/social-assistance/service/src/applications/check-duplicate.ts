import type { Actor, RouteInput } from '@xishan/domain'
import { CIPHERS, UnitOfWork, newId, type Ciphers, documentLookup } from '@xishan/service-kit'
import type { DuplicateAnswer, routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Duplicates } from './duplicates'

/** The window's warning before anything is typed further. The answer is yes or no; the asking is audited. */
@Injectable()
export class CheckDuplicate {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
    @Inject(Duplicates) private readonly duplicates: Duplicates,
  ) {}

  execute(actor: Actor, { document, applicationId }: RouteInput<typeof routes.checkDuplicate>['body']): Promise<DuplicateAnswer> {
    return this.unitOfWork.perform(actor, async (work) => {
      const answer = await this.duplicates.of(work, documentLookup(this.ciphers, document), 'WINDOW', applicationId ?? null)
      await work.note({ type: 'application', id: applicationId ?? newId(), divisionCode: actor.scope }, 'checkDuplicate', { ...answer })
      return answer
    })
  }
}
