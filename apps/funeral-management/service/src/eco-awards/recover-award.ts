import { DomainProblem, formatYuan, type Actor, type Saved } from '@xishan/domain'
import type { AwardInputs } from '@xishan/funeral-management-contract'
import { newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { AwardDesk } from './award-desk'
import { AwardRepayment } from './eco-award.entity'

/** What was paid without ground comes back, each receipt once, until nothing is owed. */
@Injectable()
export class RecoverAward {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  repay(actor: Actor, id: string, { version, amountFen, repaidOn, receipt }: AwardInputs['repay']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'repay', async ({ work, award }) => {
      requireDay(work, repaidOn, award.paidOn ?? award.appliedOn, 'repaidOn')
      if (await work.findOne(AwardRepayment, { awardId: id, receipt })) throw new DomainProblem('award-receipt-booked', { receipt }, [{ field: 'receipt', message: '该收据已登记' }])
      const rest = award.recoveryFen - award.recoveredFen
      if (amountFen > rest) throw new DomainProblem('award-repayment-too-much', { owed: formatYuan(award.recoveryFen), rest: formatYuan(rest) }, [{ field: 'amountFen', message: `最多 ${formatYuan(rest)} 元` }])
      await work.insert(AwardRepayment, [Object.assign(new AwardRepayment(), { id: newId(), awardId: id, divisionCode: award.divisionCode, amountFen, repaidOn, receipt, recordedBy: actor.name })])
      award.recoveredFen += amountFen
      return { opinion: `收到退款 ${formatYuan(amountFen)} 元，收据 ${receipt}`, input: { amountFen, repaidOn, receipt } }
    })
  }

  settle(actor: Actor, id: string, { version, opinion }: AwardInputs['settle']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'settle', ({ award }) => {
      const rest = award.recoveryFen - award.recoveredFen
      if (rest !== 0) throw new DomainProblem('award-not-settled', { owed: formatYuan(award.recoveryFen), repaid: formatYuan(award.recoveredFen), rest: formatYuan(rest) })
      return { opinion }
    })
  }
}

/** @throws DomainProblem `award-date` */
export function requireDay({ businessDate }: Work, day: string, from: string, field: string): void {
  if (day >= from && day <= businessDate) return
  throw new DomainProblem('award-date', { from, to: businessDate }, [{ field, message: `应在 ${from} 至 ${businessDate} 之间` }])
}
