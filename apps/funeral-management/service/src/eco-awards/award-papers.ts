import { DomainProblem, label, type Actor } from '@xishan/domain'
import { AWARD_PAPER, type AwardPaper } from '@xishan/funeral-management-contract'
import { CaseFiles, type CaseOf, type FileAnswer, type FiledPaper, type UploadLimits, type UploadedFile } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { EcoAward } from './eco-award.entity'

const LIMITS: UploadLimits = { accepts: ['jpeg', 'png', 'pdf'], maxBytes: 10 * 1024 * 1024 }

const awardOf =
  (id: string): CaseOf =>
  async (work) => {
    const award = await work.findOne(EcoAward, { id })
    if (!award) throw new DomainProblem('not-found')
    return { type: 'eco_award', id, divisionCode: award.divisionCode }
  }

/** Certificates and proofs filed with an award. */
@Injectable()
export class AwardPapers {
  constructor(@Inject(CaseFiles) private readonly files: CaseFiles) {}

  add(actor: Actor, id: string, kind: AwardPaper, upload: UploadedFile): Promise<FiledPaper<AwardPaper>> {
    return this.files.add(actor, { kind, title: label(AWARD_PAPER, kind) }, upload, LIMITS, awardOf(id))
  }

  show(actor: Actor, id: string, attachmentId: string): Promise<FileAnswer> {
    return this.files.show(actor, attachmentId, awardOf(id))
  }
}
