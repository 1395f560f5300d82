import { DomainProblem, label, type Actor } from '@xishan/domain'
import { GRAVE_PHOTO, type GravePhoto } from '@xishan/funeral-management-contract'
import { CaseFiles, type CaseOf, type FileAnswer, type FiledPaper, type UploadLimits, type UploadedFile } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { IllegalGrave } from './illegal-grave.entity'

export const PHOTO_LIMITS: UploadLimits = { accepts: ['jpeg', 'png'], maxBytes: 10 * 1024 * 1024 }

const graveOf =
  (id: string): CaseOf =>
  async (work) => {
    const grave = await work.findOne(IllegalGrave, { id })
    if (!grave) throw new DomainProblem('not-found')
    return { type: 'illegal_grave', id, divisionCode: grave.divisionCode }
  }

/** Photos of the place, each of its visit. */
@Injectable()
export class GravePhotos {
  constructor(@Inject(CaseFiles) private readonly files: CaseFiles) {}

  add(actor: Actor, id: string, kind: GravePhoto, upload: UploadedFile): Promise<FiledPaper<GravePhoto>> {
    return this.files.add(actor, { kind, title: label(GRAVE_PHOTO, kind) }, upload, PHOTO_LIMITS, graveOf(id))
  }

  show(actor: Actor, id: string, attachmentId: string): Promise<FileAnswer> {
    return this.files.show(actor, attachmentId, graveOf(id))
  }
}
