import { DomainProblem, type Actor } from '@xishan/domain'
import { Attachments, FileAnswer, UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { requireUnrelated } from '../applications/application-desk'
import { Application } from '../applications/application.entity'

/** Shows a filed paper. Who looked is noted: papers carry what lists hide. */
@Injectable()
export class DownloadAttachment {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Attachments) private readonly attachments: Attachments,
  ) {}

  async execute(actor: Actor, id: string, attachmentId: string): Promise<FileAnswer> {
    await this.unitOfWork.perform(actor, async (work) => {
      const application = await work.findOne(Application, { id })
      if (!application) throw new DomainProblem('not-found')
      requireUnrelated(actor, application)
      await work.note({ type: 'application', id, divisionCode: application.divisionCode }, 'downloadAttachment', { attachment: attachmentId })
    })
    const { content, name, mediaType } = await this.attachments.read(actor, id, attachmentId)
    return new FileAnswer(content, name, mediaType, true)
  }
}
