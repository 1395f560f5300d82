import { DomainProblem, formatYuan, label, timesFactor, type Actor, type Saved } from '@xishan/domain'
import { PARAMETER, RECOVERY_CAUSE, type FineInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { RecoveryDesk } from './recovery-desk'

/** A fine for fraud (649 §68), decided by another act: kept as information, never part of what is due here. */
@Injectable()
export class RecordFine {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, { version, amountFen, document, finedOn }: FineInput): Promise<Saved> {
    return this.desk.change(actor, id, version, async ({ work, recovery, book }) => {
      if (recovery.cause !== 'FRAUD') throw new DomainProblem('fine-without-fraud', { cause: label(RECOVERY_CAUSE, recovery.cause) })
      requireNotAfter(work.businessDate, finedOn, { path: 'finedOn', title: '处罚决定日期' })
      const { fineFrom, fineTo } = PARAMETER.recovery
      const [from, to] = [book.number(fineFrom), book.number(fineTo)]
      const [least, most] = [timesFactor(recovery.dueFen, from), timesFactor(recovery.dueFen, to)]
      if (amountFen < least || amountFen > most)
        throw new DomainProblem('fine-out-of-range', { from, to, least: formatYuan(least), most: formatYuan(most) }, [{ field: 'amountFen', message: `应在 ${formatYuan(least)} 元至 ${formatYuan(most)} 元之间` }])
      Object.assign(recovery, { fineFen: amountFen, fineDocument: document, finedOn })
      return work.save(recovery, 'recordFine', { opinion: `处罚决定书 ${document}` })
    })
  }
}
