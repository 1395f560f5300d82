import type { Actor, Saved } from '@xishan/domain'
import { CIPHERS, UnitOfWork, newId, type Ciphers, requirePlausibleDocument } from '@xishan/service-kit'
import { applicationLifecycle, type DraftInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Application } from './application.entity'
import { moveTo } from './place'

/** Begins an application at the window with whatever is known so far. */
@Injectable()
export class CreateDraft {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, input: DraftInput): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      if (input.document) requirePlausibleDocument(input.document, work.businessDate, 'document.number')
      const application = new Application()
      Object.assign(application, { id: newId(), divisionCode: actor.scope, number: await work.nextNumber('SA'), state: applicationLifecycle.initial, stateSince: work.businessDate })
      application.fillWindow(input, this.ciphers)
      await moveTo(work, application, input.divisionCode ?? actor.scope)
      return work.save(application, 'createDraft')
    })
  }
}
