import { DomainProblem, formatYuan, labelOf, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { recoveryLifecycle, type RepaymentInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { enter, saveSums } from './enter'
import { RecoveryDesk, requireNotBefore, reservedOf } from './recovery-desk'
import { RecoveryEntry } from './recovery-entry.entity'
import { RecoveryInstalment } from './recovery-instalment.entity'
import type { Recovery } from './recovery.entity'

const PAID = { path: 'paidOn', title: '收款日期' }

/** Money came in at the cashier's: each receipt once, and no more than is owed besides what is being kept back. */
@Injectable()
export class RecordRepayment {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, { version, amountFen, receipt, paidOn }: RepaymentInput): Promise<Saved> {
    return this.desk.change(actor, id, version, async ({ work, recovery }) => {
      if (!takesMoney(recovery)) throw new DomainProblem('recovery-not-open', { state: labelOf(recoveryLifecycle, recovery.state) })
      requireNotAfter(work.businessDate, paidOn, PAID)
      requireNotBefore(recovery.foundOn, paidOn, PAID)
      if (await work.findOne(RecoveryEntry, { recoveryId: id, reference: receipt })) throw new DomainProblem('receipt-booked', { receipt }, [{ field: 'receipt', message: '该收据已登记' }])
      const reserved = await reservedOf(work, recovery)
      const most = recovery.owedFen - reserved
      if (amountFen > most)
        throw new DomainProblem('repayment-too-much', { owed: formatYuan(recovery.owedFen), reserved: formatYuan(reserved), most: formatYuan(most) }, [
          { field: 'amountFen', message: `最多可登记 ${formatYuan(most)} 元` },
        ])
      await enter(work, recovery, { kind: 'REPAID', amountFen, reference: receipt, note: `收款日期 ${paidOn}` })
      recovery.dueOn = await nextInstalment(work, recovery)
      return saveSums(work, recovery, 'repay', `收到退款，收据 ${receipt}`)
    })
  }
}

export const takesMoney = ({ state }: Pick<Recovery, 'state'>): boolean => recoveryLifecycle.actions.settle.from.some((open) => open === state)

/** The day of the first instalment that what came in does not yet cover; what was not to be repaid by dates keeps its date. */
async function nextInstalment(work: Work, recovery: Recovery): Promise<string | null> {
  if (recovery.state !== 'REPAYING') return recovery.dueOn
  const instalments = (await work.find(RecoveryInstalment, { recoveryId: recovery.id })).toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1))
  let later = 0
  let next: string | null = null
  for (const { dueOn, amountFen } of instalments) {
    if (recovery.owedFen > later) next = dueOn
    later += amountFen
  }
  return next
}
