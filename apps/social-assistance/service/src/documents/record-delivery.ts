import { DomainProblem, label, labelOf, type Actor, type Saved } from '@xishan/domain'
import { newId } from '@xishan/service-kit'
import { PAPER_KIND, applicationLifecycle, papersFor, type DeliveryInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireNotAfter } from '../applications/application-desk'
import { endTerm } from '../applications/terms'
import { Delivery } from './delivery.entity'

const OF_THE_DECISION: readonly string[] = ['CONFIRMATION_NOTICE', 'REFUSAL_NOTICE', 'NON_ACCEPTANCE_NOTICE', 'TERMINATION_NOTICE']

/** A paper reached the applicant; the notice of a refusal so ends its term (57号 §21). */
@Injectable()
export class RecordDelivery {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, ...delivery }: DeliveryInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'recordDelivery', async ({ work, application, rules }) => {
      const { paper, deliveredOn } = delivery
      if (!papersFor(application.state).includes(paper))
        throw new DomainProblem('paper-not-yet', { state: labelOf(applicationLifecycle, application.state), paper: label(PAPER_KIND, paper) })
      requireNotAfter(work.businessDate, deliveredOn, { path: 'deliveredOn', title: '送达日期' })
      const { decidedOn } = application
      if (decidedOn && OF_THE_DECISION.includes(paper) && deliveredOn < decidedOn)
        throw new DomainProblem('delivery-before-decision', { decidedOn }, [{ field: 'deliveredOn', message: `送达日期不能早于 ${decidedOn}` }])
      await work.insert(Delivery, [Object.assign(new Delivery(), delivery, { id: newId(), applicationId: id, divisionCode: application.divisionCode, recordedBy: actor.name })])
      if (paper === 'REFUSAL_NOTICE') application.run(endTerm(application.terms, 'refusalNotice', deliveredOn), rules)
      return { changes: { paper, deliveredOn } }
    })
  }
}
