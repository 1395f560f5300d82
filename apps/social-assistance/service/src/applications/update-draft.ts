import type { Actor, Saved } from '@xishan/domain'
import { CIPHERS, type Ciphers, requirePlausibleDocument } from '@xishan/service-kit'
import type { UpdateDraft as UpdateDraftInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireEditable } from './application-desk'
import { moveTo } from './place'

const BEFORE_ACCEPTANCE = ['DRAFT', 'SUBMITTED', 'CORRECTION']

/** Corrects what was typed at the window, until the application is accepted. */
@Injectable()
export class UpdateDraft {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, id: string, { version, ...fields }: UpdateDraftInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'updateDraft', async ({ work, application }) => {
      requireEditable(application, BEFORE_ACCEPTANCE)
      if (fields.document) requirePlausibleDocument(fields.document, work.businessDate, 'document.number')
      if (fields.divisionCode) await moveTo(work, application, fields.divisionCode)
      application.fillWindow(fields, this.ciphers)
    })
  }
}
