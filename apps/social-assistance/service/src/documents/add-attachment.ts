import { label, type Actor } from '@xishan/domain'
import { CaseFiles, type FiledPaper, type UploadLimits, type UploadedFile } from '@xishan/service-kit'
import { ATTACHMENT_KIND, type AttachmentKind } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { caseOf } from './case-of'

const LIMITS: UploadLimits = { accepts: ['jpeg', 'png', 'pdf'], maxBytes: 10 * 1024 * 1024 }
const PHOTOGRAPH: UploadLimits = { ...LIMITS, accepts: ['jpeg', 'png'] }
const PHOTOGRAPHS: readonly AttachmentKind[] = ['POSTING_PHOTO', 'SURVEY_PHOTO']

/** Files a scan or a photograph with an application. */
@Injectable()
export class AddAttachment {
  constructor(@Inject(CaseFiles) private readonly files: CaseFiles) {}

  execute(actor: Actor, id: string, kind: AttachmentKind, upload: UploadedFile): Promise<FiledPaper<AttachmentKind>> {
    return this.files.add(actor, { kind, title: label(ATTACHMENT_KIND, kind) }, upload, PHOTOGRAPHS.includes(kind) ? PHOTOGRAPH : LIMITS, caseOf(actor, id))
  }
}
