import { DomainProblem, label, labelOf, type Actor, type Saved } from '@xishan/domain'
import { newId } from '@xishan/service-kit'
import { CHANGE_PAPER, benefitChangeLifecycle, changePapers, type ChangeDeliveryInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { ChangeDelivery } from './change-delivery.entity'
import { ChangeDesk } from './change-desk'

/** A notice of a change reached the household. */
@Injectable()
export class RecordChangeDelivery {
  constructor(@Inject(ChangeDesk) private readonly desk: ChangeDesk) {}

  execute(actor: Actor, id: string, { version, ...delivery }: ChangeDeliveryInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'recordDelivery', async ({ work, change }) => {
      const { paper, deliveredOn } = delivery
      if (!changePapers(change).includes(paper)) throw new DomainProblem('change-notice-not-yet', { state: labelOf(benefitChangeLifecycle, change.state), paper: label(CHANGE_PAPER, paper) })
      requireNotAfter(work.businessDate, deliveredOn, { path: 'deliveredOn', title: '送达日期' })
      const { decidedOn } = change
      if (decidedOn && deliveredOn < decidedOn) throw new DomainProblem('delivery-before-decision', { decidedOn }, [{ field: 'deliveredOn', message: `送达日期不能早于 ${decidedOn}` }])
      await work.insert(ChangeDelivery, [Object.assign(new ChangeDelivery(), delivery, { id: newId(), changeId: id, divisionCode: change.divisionCode, recordedBy: actor.name })])
      return { changes: { paper, deliveredOn } }
    })
  }
}
