import { DomainProblem, type Actor } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { Reads } from '../database/reads'
import { newId } from '../unit-of-work/new-id'
import type { Work } from '../unit-of-work/work'
import type { InspectedFile } from './inspect-upload'

export interface AttachmentSubject {
  type: string
  id: string
  divisionCode: string
}

export interface AttachmentInfo {
  id: string
  kind: string
  name: string
  mediaType: string
  bytes: number
  uploadedByName: string
  uploadedAt: string
  businessDate: string
}

/** Files of cases and records, kept in the database beside them so that a file and its case are saved or lost together. */
@Injectable()
export class Attachments {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async store(work: Work, subject: AttachmentSubject, kind: string, file: InspectedFile): Promise<string> {
    const id = newId()
    await work.query(
      `insert into attachment (id, subject_type, subject_id, division_code, kind, name, media_type, bytes, digest, uploaded_by, uploaded_by_name, uploaded_at, business_date, content)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [id, subject.type, subject.id, subject.divisionCode, kind, file.name, file.mediaType, file.bytes.length, file.digest, work.actor.id, work.actor.name, work.now, work.businessDate, file.bytes],
    )
    return id
  }

  of(actor: Actor, subjectId: string): Promise<AttachmentInfo[]> {
    return this.reads.query(
      actor,
      `select id, kind, name, media_type as "mediaType", bytes::int, uploaded_by_name as "uploadedByName", to_json(uploaded_at) #>> '{}' as "uploadedAt", business_date::text as "businessDate"
       from attachment where subject_id = $1 order by uploaded_at, id`,
      [subjectId],
    )
  }

  /** The file itself, if it belongs to the subject whose access was checked. */
  async read(actor: Actor, subjectId: string, id: string): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const [file] = await this.reads.query<{ name: string; mediaType: string; content: Buffer }>(
      actor,
      `select name, media_type as "mediaType", content from attachment where id = $1 and subject_id = $2`,
      [id, subjectId],
    )
    if (!file) throw new DomainProblem('not-found')
    return file
  }
}
