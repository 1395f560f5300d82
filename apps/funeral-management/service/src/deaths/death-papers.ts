import { DomainProblem, label, type Actor } from '@xishan/domain'
import { DEATH_PAPER, type DeathPaper } from '@xishan/funeral-management-contract'
import { CaseFiles, type CaseOf, type FileAnswer, type FiledPaper, type UploadLimits, type UploadedFile } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from './death.entity'

const LIMITS: UploadLimits = { accepts: ['jpeg', 'png', 'pdf'], maxBytes: 10 * 1024 * 1024 }

const deathOf =
  (id: string): CaseOf =>
  async (work) => {
    const death = await work.findOne(Death, { id })
    if (!death) throw new DomainProblem('not-found')
    return { type: 'death', id, divisionCode: death.divisionCode }
  }

/** Certificates and proofs filed with a death. */
@Injectable()
export class DeathPapers {
  constructor(@Inject(CaseFiles) private readonly files: CaseFiles) {}

  add(actor: Actor, id: string, kind: DeathPaper, upload: UploadedFile): Promise<FiledPaper<DeathPaper>> {
    return this.files.add(actor, { kind, title: label(DEATH_PAPER, kind) }, upload, LIMITS, deathOf(id))
  }

  show(actor: Actor, id: string, attachmentId: string): Promise<FileAnswer> {
    return this.files.show(actor, attachmentId, deathOf(id))
  }
}
