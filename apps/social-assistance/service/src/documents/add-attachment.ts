import { DomainProblem, label, type Actor } from '@xishan/domain'
import { Attachments, Reads, UnitOfWork, inspectUpload, type UploadLimits, type UploadedFile } from '@xishan/service-kit'
import { ATTACHMENT_KIND, type AttachmentKind, type AttachmentView } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireUnrelated } from '../applications/application-desk'
import { Application } from '../applications/application.entity'
import { ATTACHMENT_VIEW } from './attachment-view'

const LIMITS: UploadLimits = { accepts: ['jpeg', 'png', 'pdf'], maxBytes: 10 * 1024 * 1024 }
const PHOTOGRAPH: UploadLimits = { ...LIMITS, accepts: ['jpeg', 'png'] }
const PHOTOGRAPHS: readonly AttachmentKind[] = ['POSTING_PHOTO', 'SURVEY_PHOTO']

/** Files a scan or a photograph with an application. Files are added, never changed or taken away. */
@Injectable()
export class AddAttachment {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Reads) private readonly reads: Reads,
  ) {}

  async execute(actor: Actor, id: string, kind: AttachmentKind, upload: UploadedFile): Promise<AttachmentView> {
    const file = await inspectUpload(upload, PHOTOGRAPHS.includes(kind) ? PHOTOGRAPH : LIMITS)
    const saved = await this.unitOfWork.run(actor, async (work) => {
      const application = await work.findOne(Application, { id })
      if (!application) throw new DomainProblem('not-found')
      requireUnrelated(actor, application)
      const attachmentId = await this.attachments.store(work, { type: 'application', id, divisionCode: application.divisionCode }, kind, file)
      await work.note({ type: 'application', id, divisionCode: application.divisionCode }, 'addAttachment', { kind: label(ATTACHMENT_KIND, kind), digest: file.digest })
      return { id: attachmentId, version: 1 }
    })
    return this.reads.one<AttachmentView>(actor, `select ${ATTACHMENT_VIEW} from attachment where id = $1`, [saved.id])
  }
}
