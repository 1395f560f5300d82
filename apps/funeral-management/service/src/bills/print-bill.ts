import type { Actor } from '@xishan/domain'
import { BusinessClock, FileAnswer, UnitOfWork, renderPdf, renderWord, shanghaiTime } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { billPaper } from './bill-paper'
import { FindBills } from './find-bills'

const MEDIA = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const

/** Each print is audited. */
@Injectable()
export class PrintBill {
  constructor(
    @Inject(FindBills) private readonly find: FindBills,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, id: string, format: keyof typeof MEDIA): Promise<FileAnswer> {
    const bill = await this.find.detail(actor, id)
    const footer = `打印人：${actor.name}　打印时间：${await this.clock.today()} ${shanghaiTime(new Date()).slice(-5)}`
    const paper = billPaper(bill, this.clock.isDemonstration ? { footer: `${footer}　演示数据`, watermark: '演示数据' } : { footer })
    await this.unitOfWork.perform(actor, (work) => work.note({ type: 'bill', id, divisionCode: actor.scope }, 'printBill', { number: bill.billNumber ?? bill.number }))
    const content = await (format === 'pdf' ? renderPdf(paper) : renderWord(paper))
    return new FileAnswer(content, `费用清单-${bill.billNumber ?? bill.number}.${format}`, MEDIA[format], format === 'pdf')
  }
}
