import { DomainProblem, label, labelOf, type Actor } from '@xishan/domain'
import { BusinessClock, UnitOfWork, type FileAnswer } from '@xishan/service-kit'
import { CHANGE_PAPER, benefitChangeLifecycle, type ChangePaper } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireUnrelated } from '../applications/application-desk'
import { paperFile, printMark, type PaperFormat } from '../papers/paper-file'
import { BenefitChange } from './benefit-change.entity'
import { changeNotice } from './change-notice'
import { FindChange } from './find-change'

const BUREAU = '昆明市西山区民政局'

/** Prints the notice of a change; each print is audited. */
@Injectable()
export class PrintChangePaper {
  constructor(
    @Inject(FindChange) private readonly find: FindChange,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainProblem `change-notice-not-yet`, `staff-relative`, `not-found` */
  async execute(actor: Actor, id: string, kind: ChangePaper, format: PaperFormat): Promise<FileAnswer> {
    const page = await this.find.detail(actor, id)
    const title = label(CHANGE_PAPER, kind)
    if (!page.papers.includes(kind)) throw new DomainProblem('change-notice-not-yet', { state: labelOf(benefitChangeLifecycle, page.state), paper: title })
    await this.unitOfWork.perform(actor, async (work) => {
      const change = await work.findOne(BenefitChange, { id })
      if (!change) throw new DomainProblem('not-found')
      requireUnrelated(actor, change)
      await work.note({ type: 'benefit_change', id, divisionCode: change.divisionCode }, 'printPaper', { paper: title })
    })
    return paperFile(changeNotice(page, kind, { issuer: BUREAU, mark: await printMark(actor, this.clock) }), `${title}-${page.applicantName}-${page.number}`, format)
  }
}
