import { DomainProblem, formatYuan, type Actor, type Saved } from '@xishan/domain'
import type { RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { enter } from './enter'
import { RecoveryDesk, reservedOf } from './recovery-desk'

/** The director gives up what is still owed, on the finance department's document (specification B10). */
@Injectable()
export class WriteOff {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, input: RecoveryInputs['writeOff']): Promise<Saved> {
    return this.desk.take(actor, id, 'writeOff', input, async ({ work, recovery }) => {
      requireNotAfter(work.businessDate, input.documentOn, { path: 'documentOn', title: '批复日期' })
      const reserved = await reservedOf(work, recovery)
      if (reserved > 0) throw new DomainProblem('offset-under-way', { reserved: formatYuan(reserved) })
      await enter(work, recovery, { kind: 'WRITTEN_OFF', amountFen: recovery.owedFen, reference: input.document, note: `财政部门批复日期 ${input.documentOn}` })
      recovery.writeOffDocument = input.document
      recovery.close(work.businessDate, '经财政部门批复核销')
      return { opinion: input.opinion }
    })
  }
}
