import { addDays, type Actor, type Saved } from '@xishan/domain'
import { PARAMETER, type RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { RecoveryDesk, requireNotBefore } from './recovery-desk'

const DELIVERED = { path: 'deliveredOn', title: '送达日期' }

/** The notice reached the household: how and into whose hands; from then on it has its days to come to an agreement. */
@Injectable()
export class NotifyDebtor {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, input: RecoveryInputs['notify']): Promise<Saved> {
    const { deliveredOn, way, receivedBy } = input
    return this.desk.take(actor, id, 'notify', input, ({ work, recovery, book }) => {
      requireNotAfter(work.businessDate, deliveredOn, DELIVERED)
      requireNotBefore(recovery.foundOn, deliveredOn, DELIVERED)
      Object.assign(recovery, { notifiedOn: deliveredOn, notifiedWay: way, notifiedTo: receivedBy, dueOn: addDays(deliveredOn, book.number(PARAMETER.recovery.replyDays)) })
      return {}
    })
  }
}
