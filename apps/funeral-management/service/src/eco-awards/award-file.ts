import { createHash } from 'node:crypto'
import { DomainProblem, formatYuan, label, type Actor, type Saved } from '@xishan/domain'
import { AWARD_FUND, awardListLifecycle, type AwardListInputs } from '@xishan/funeral-management-contract'
import { CIPHERS, FileAnswer, UnitOfWork, writeSheetStream, type Ciphers, type SheetRow, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { AwardDesk, step } from './award-desk'
import { digestOf, linesOf, sumOf, unpayable } from './award-lines'
import { AwardLine, AwardList } from './award-list.entity'
import { EcoAward } from './eco-award.entity'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const COLUMNS = [{ title: '序号', kind: 'number', width: 8 }, { title: '办件编号', width: 22 }, { title: '收款人', width: 14 }, { title: '开户银行', width: 28 }, { title: '账号', width: 26 }, { title: '金额（元）', kind: 'money', width: 14 }, { title: '摘要', width: 24 }] as const

/** What the bank is given once a list is approved: made again from the lines with the cells it had, or not at all. */
@Injectable()
export class AwardFile {
  constructor(
    @Inject(AwardDesk) private readonly desk: AwardDesk,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** Who died, or whose burial was a mistake, since the approval is held back: the file holds the rest. @throws DomainProblem `award-file-altered` */
  make(actor: Actor, id: string, { version }: AwardListInputs['exportFile']): Promise<Saved> {
    return this.desk.run(actor, async ({ work, book }) => {
      const list = await work.get(AwardList, id, version)
      await work.take(list, awardListLifecycle, 'exportFile')
      if (digestOf(await linesOf(work, id)) !== list.approvedDigest) throw new DomainProblem('award-file-altered')
      const held = await unpayable(work, list)
      for (const { awardId, reason } of held) {
        await work.update(AwardLine, { listId: id, awardId }, { state: 'HELD', outcomeOn: work.businessDate, because: reason })
        const award = await work.get(EcoAward, awardId)
        await work.save(award, 'hold', await step(work, award, 'hold', book, () => ({ opinion: `${list.number}：${reason}` })))
      }
      const rows = await this.rows(work, id)
      Object.assign(list, { exportedOn: work.businessDate, fileDigest: digestOfRows(rows) })
      const spoken = held.length > 0 ? { opinion: `暂缓 ${held.length} 笔：${held.map(({ awardNumber, reason }) => `${awardNumber} ${reason}`).join('；')}` } : {}
      return work.save(list, 'exportFile', { ...spoken, input: { rows: rows.length, held: held.length, digest: list.fileDigest } })
    })
  }

  /** Who took it is noted; it holds what lists hide. @throws DomainProblem `award-file-missing`, `award-file-altered` */
  download(actor: Actor, id: string): Promise<FileAnswer> {
    return this.unitOfWork.perform(actor, async (work) => {
      const list = await work.findOne(AwardList, { id })
      if (!list) throw new DomainProblem('not-found')
      if (!list.fileDigest || !list.exportedOn) throw new DomainProblem('award-file-missing')
      const rows = await this.rows(work, id)
      if (digestOfRows(rows) !== list.fileDigest) throw new DomainProblem('award-file-altered')
      await work.note({ type: 'award_list', id, divisionCode: list.divisionCode }, 'downloadAwardFile', { list: list.number, rows: rows.length })
      const total = sumOf((await linesOf(work, id)).filter(({ state }) => state !== 'HELD'))
      const titles = ['节地生态安葬奖补发放表', `批次 ${list.number}　${rows.length} 笔　合计 ${formatYuan(total)} 元　${list.fund ? label(AWARD_FUND, list.fund) : ''}　${list.fundDocument}`, `明细 SM3 摘要 ${list.fileDigest}`]
      return new FileAnswer(writeSheetStream({ name: '发放表', columns: COLUMNS, rows, titles, madeAt: new Date(`${list.exportedOn}T04:00:00Z`) }), `奖补发放-${list.number}.xlsx`, XLSX)
    })
  }

  private async rows(work: Work, listId: string): Promise<SheetRow[]> {
    const lines = (await linesOf(work, listId)).filter(({ state }) => state !== 'HELD')
    const awards = await work.query<{ id: string; number: string }>(`select id, number from eco_award where id = any($1::uuid[])`, [lines.map(({ awardId }) => awardId)])
    const numbers = new Map(awards.map(({ id, number }) => [id, number]))
    return lines.map(({ seq, awardId, accountHolder, bank, accountSealed, amountFen }) => [seq, numbers.get(awardId), accountHolder, bank, this.ciphers.decrypt(accountSealed), amountFen, '节地生态安葬奖补'])
  }
}

const digestOfRows = (rows: readonly SheetRow[]): string => createHash('sm3').update(rows.map((row) => `${JSON.stringify(row)}\n`).join('')).digest('hex')
