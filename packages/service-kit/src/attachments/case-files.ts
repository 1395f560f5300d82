import type { Actor } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { Reads } from '../database/reads'
import { FileAnswer } from '../endpoints/answers'
import type { UploadedFile } from '../endpoints/upload'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { Work } from '../unit-of-work/work'
import { Attachments, type AttachmentSubject } from './attachments'
import { inspectUpload, type UploadLimits } from './inspect-upload'

/** Columns of an attachment as a contract shows it (`attachmentView`); never the content. */
export const ATTACHMENT_VIEW = `id, kind, name, media_type as "mediaType", bytes::int, uploaded_by_name as "uploadedBy", to_json(uploaded_at) #>> '{}' as "uploadedAt", business_date::text as "businessDate"`

/** A filed paper as {@link ATTACHMENT_VIEW} reads it. */
export interface FiledPaper<K extends string = string> {
  id: string
  kind: K
  name: string
  mediaType: string
  bytes: number
  uploadedBy: string
  uploadedAt: string
  businessDate: string
}

/** What the paper is, and what staff call that. */
export interface PaperKindOf<K extends string> {
  kind: K
  title: string
}

/** Finds the case that a paper belongs to, and refuses whoever is kept from it. */
export type CaseOf = (work: Work) => Promise<AttachmentSubject>

/** The papers filed with a case: they are added, never changed or taken away, and who looked is noted, for they carry what lists hide. */
@Injectable()
export class CaseFiles {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Reads) private readonly reads: Reads,
  ) {}

  /** @throws DomainProblem of the upload's inspection, and of `caseOf` */
  async add<K extends string>(actor: Actor, { kind, title }: PaperKindOf<K>, upload: UploadedFile, limits: UploadLimits, caseOf: CaseOf): Promise<FiledPaper<K>> {
    const file = await inspectUpload(upload, limits)
    const saved = await this.unitOfWork.run(actor, async (work) => {
      const subject = await caseOf(work)
      const id = await this.attachments.store(work, subject, kind, file)
      await work.note(subject, 'addAttachment', { kind: title, digest: file.digest })
      return { id, version: 1 }
    })
    return this.reads.one<FiledPaper<K>>(actor, `select ${ATTACHMENT_VIEW} from attachment where id = $1`, [saved.id])
  }

  /** @throws DomainProblem `not-found` also for a paper of another case */
  async show(actor: Actor, attachmentId: string, caseOf: CaseOf): Promise<FileAnswer> {
    const subject = await this.unitOfWork.perform(actor, async (work) => {
      const found = await caseOf(work)
      await work.note(found, 'downloadAttachment', { attachment: attachmentId })
      return found
    })
    const { content, name, mediaType } = await this.attachments.read(actor, subject.id, attachmentId)
    return new FileAnswer(content, name, mediaType, true)
  }
}
