import { DomainProblem, formatYuan, label, type Actor, type Saved } from '@xishan/domain'
import { AWARD_LINE_STATE, awardListLifecycle, type AwardListInputs } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { AwardDesk, step } from './award-desk'
import { linesOf, sumOf } from './award-lines'
import { AwardLine, AwardList } from './award-list.entity'
import { EcoAward } from './eco-award.entity'
import { requireDay } from './recover-award'

/** What the bank answered, line by line, until the sums agree to the fen. */
@Injectable()
export class SettleAwardList {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  /** Each line once. @throws DomainProblem `award-line-unknown`, `award-line-booked`, `award-date` */
  book(actor: Actor, id: string, { version, outcomes }: AwardListInputs['book']): Promise<Saved> {
    return this.desk.run(actor, async ({ work, book }) => {
      const list = await work.get(AwardList, id, version)
      await work.take(list, awardListLifecycle, 'book')
      const lines = new Map((await linesOf(work, id)).map((line) => [line.id, line]))
      for (const [at, { lineId, paidOn, failedBecause }] of outcomes.entries()) {
        const line = lines.get(lineId)
        if (!line) throw new DomainProblem('award-line-unknown')
        if (line.state !== 'PENDING') throw new DomainProblem('award-line-booked', { seq: line.seq, state: label(AWARD_LINE_STATE, line.state) })
        if (paidOn) requireDay(work, paidOn, list.exportedOn ?? list.madeOn, `outcomes.${at}.paidOn`)
        line.state = paidOn ? 'PAID' : 'FAILED'
        await work.update(AwardLine, { id: lineId }, { state: line.state, outcomeOn: paidOn ?? work.businessDate, because: failedBecause ?? '' })
        const award = await work.get(EcoAward, line.awardId)
        award.paidOn = paidOn
        await work.save(award, paidOn ? 'pay' : 'fail', await step(work, award, paidOn ? 'pay' : 'fail', book, () => ({ opinion: paidOn ? `${list.number}，${paidOn} 到账` : `${list.number}：${failedBecause ?? ''}` })))
      }
      const paid = outcomes.filter(({ paidOn }) => paidOn !== null).length
      return work.save(list, 'book', { opinion: `发放成功 ${paid} 笔，失败 ${outcomes.length - paid} 笔`, input: { paid, failed: outcomes.length - paid } })
    })
  }

  /** @throws DomainProblem `award-list-open`, `award-list-changed`, `award-list-differs` */
  close(actor: Actor, id: string, { version, paidFen }: AwardListInputs['close']): Promise<Saved> {
    return this.desk.run(actor, async ({ work }) => {
      const list = await work.get(AwardList, id, version)
      await work.take(list, awardListLifecycle, 'close')
      const lines = await linesOf(work, id)
      const open = lines.filter(({ state }) => state === 'PENDING').length
      if (open > 0) throw new DomainProblem('award-list-open', { count: open })
      if (lines.length !== list.lineCount || sumOf(lines) !== list.totalFen) throw new DomainProblem('award-list-changed', { count: list.lineCount, total: formatYuan(list.totalFen), countNow: lines.length, totalNow: formatYuan(sumOf(lines)) })
      const paid = sumOf(lines.filter(({ state }) => state === 'PAID'))
      if (paid !== paidFen) throw new DomainProblem('award-list-differs', { bank: formatYuan(paidFen), paid: formatYuan(paid), difference: formatYuan(Math.abs(paid - paidFen)) }, [{ field: 'paidFen', message: `登记发放成功合计 ${formatYuan(paid)} 元` }])
      list.closedOn = work.businessDate
      return work.save(list, 'close', { opinion: `银行实际支付 ${formatYuan(paidFen)} 元，与登记相符`, input: { paidFen } })
    })
  }
}
