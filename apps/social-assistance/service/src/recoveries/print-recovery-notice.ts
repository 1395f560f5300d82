import { DomainProblem, type Actor } from '@xishan/domain'
import { BusinessClock, FileAnswer, ParameterBooks, UnitOfWork, renderPdf, renderWord, shanghaiTime } from '@xishan/service-kit'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { FindRecovery } from './find-recovery'
import { recoveryNotice } from './recovery-notice'
import { Recovery } from './recovery.entity'

type Format = 'pdf' | 'docx'
const MEDIA: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

/** Prints the notice of a recovery; each print is audited. */
@Injectable()
export class PrintRecoveryNotice {
  constructor(
    @Inject(FindRecovery) private readonly find: FindRecovery,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, id: string, format: Format): Promise<FileAnswer> {
    const page = await this.find.detail(actor, id)
    const today = await this.clock.today()
    const book = await this.unitOfWork.perform(actor, async (work) => {
      const recovery = await work.findOne(Recovery, { id })
      if (!recovery) throw new DomainProblem('not-found')
      await work.note({ type: 'recovery', id, divisionCode: recovery.divisionCode }, 'printPaper', { paper: '追回告知书' })
      return this.books.on(today, (sql, parameters) => work.query(sql, parameters))
    })
    const footer = `打印人：${actor.name}　打印时间：${today} ${shanghaiTime(new Date()).slice(-5)}`
    const paper = recoveryNotice({
      page,
      reviewDays: book.number(PARAMETER.reviewDays),
      lawsuitMonths: book.number(PARAMETER.lawsuitMonths),
      replyDays: book.number(PARAMETER.recovery.replyDays),
      street: `昆明市西山区${page.streetName}${page.streetName.endsWith('街道') ? '办事处' : ''}`,
      today,
      mark: this.clock.isDemonstration ? { footer: `${footer}　演示数据`, watermark: '演示数据' } : { footer },
    })
    const content = await (format === 'pdf' ? renderPdf(paper) : renderWord(paper))
    return new FileAnswer(content, `追回告知书-${page.applicantName}-${page.number}.${format}`, MEDIA[format], format === 'pdf')
  }
}
