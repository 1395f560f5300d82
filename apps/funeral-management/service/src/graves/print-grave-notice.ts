import { DomainProblem, type Actor } from '@xishan/domain'
import { BusinessClock, DivisionNames, FileAnswer, UnitOfWork, renderPdf, renderWord, shanghaiTime } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { FindGrave } from './find-grave'
import { graveNotice } from './grave-notice'

type Format = 'pdf' | 'docx'
const MEDIA: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

/** Prints the notice; each print is audited. */
@Injectable()
export class PrintGraveNotice {
  constructor(
    @Inject(FindGrave) private readonly find: FindGrave,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, id: string, format: Format): Promise<FileAnswer> {
    const page = await this.find.detail(actor, id)
    const { notice } = page
    if (!notice) throw new DomainProblem('grave-no-notice')
    const today = await this.clock.today()
    await this.unitOfWork.perform(actor, (work) => work.note({ type: 'illegal_grave', id, divisionCode: page.divisionCode }, 'printPaper', { paper: `责令整改通知书 ${notice.number}` }))
    const street = (await this.divisions.on(today)).street(page.divisionCode)
    const footer = `打印人：${actor.name}　打印时间：${today} ${shanghaiTime(new Date()).slice(-5)}`
    const paper = graveNotice({ ...page, notice }, `昆明市西山区${street}${street.endsWith('街道') ? '办事处' : ''}`, this.clock.isDemonstration ? { footer: `${footer}　演示数据`, watermark: '演示数据' } : { footer })
    const content = await (format === 'pdf' ? renderPdf(paper) : renderWord(paper))
    return new FileAnswer(content, `责令整改通知书-${notice.number}.${format}`, MEDIA[format], format === 'pdf')
  }
}
