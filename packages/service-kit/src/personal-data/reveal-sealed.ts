import { DomainProblem, type Actor } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import type { Ciphers } from '../ciphers'
import { CIPHERS } from '../service/tokens'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { Work } from '../unit-of-work/work'
import { logReveal } from './reveals'

/** A masked value where it stands. */
export interface SealedValue {
  subject: { type: string; id: string; divisionCode: string }
  /** As the log names it; of one of several people with his id. */
  field: string
  sealed: string | null | undefined
  /** Of the open case that is the asking handler's reason. */
  caseNumber?: string
}

/** Shows a masked value, and logs who was shown it and why: the open case its handler works on, else a typed reason. */
@Injectable()
export class RevealSealed {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /**
   * @param find the value, refusing whoever is kept from it
   * @throws DomainProblem `reveal-needs-reason` (the line's problems have it), `not-found`
   */
  execute(actor: Actor, reason: string | undefined, find: (work: Work) => Promise<SealedValue>): Promise<{ value: string }> {
    return this.unitOfWork.perform(actor, async (work) => {
      const { subject, field, sealed, caseNumber } = await find(work)
      if (!caseNumber && !reason) throw new DomainProblem('reveal-needs-reason')
      if (!sealed) throw new DomainProblem('not-found')
      await logReveal(work, { subjectType: subject.type, subjectId: subject.id, divisionCode: subject.divisionCode, field, ...(caseNumber ? { caseNumber } : {}), ...(reason ? { reason } : {}) })
      return { value: this.ciphers.decrypt(sealed) }
    })
  }
}
