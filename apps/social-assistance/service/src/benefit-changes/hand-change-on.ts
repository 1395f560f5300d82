import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { requireAgreement, type ChangeInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ChangeDesk } from './change-desk'
import { requireNoneOpen } from './report-change'

/** Steps that only move the case. */
@Injectable()
export class HandChangeOn {
  constructor(@Inject(ChangeDesk) private readonly desk: ChangeDesk) {}

  review(actor: Actor, id: string, input: ChangeInputs['review']): Promise<Saved> {
    return this.desk.take(actor, id, 'review', input, ({ change }) => {
      if (change.outcome === 'UNCHANGED') throw new DomainProblem('only-unchanged')
      requireAgreement({ amountFen: input.amountFen, recommend: true }, { result: 'pass', amountFen: change.proposedFen ?? change.beforeFen })
    })
  }

  sendBack(actor: Actor, id: string, input: ChangeInputs['sendBack']): Promise<Saved> {
    return this.desk.take(actor, id, 'sendBack', input, async ({ ask, change }) => {
      if (change.facts !== null && change.kind !== 'RECOMPUTE') {
        await requireNoneOpen(ask, { benefitId: change.benefitId, kind: 'RECOMPUTE' }, change.id)
        change.kind = 'RECOMPUTE'
      }
      Object.assign(change, { outcome: null, proposedFen: null, fromMonth: null, lastMonth: null, assessment: null, difference: null })
    })
  }

  withdraw(actor: Actor, id: string, input: ChangeInputs['withdraw']): Promise<Saved> {
    return this.desk.take(actor, id, 'withdraw', input, ({ change, work }) => change.decide(work.businessDate, work.actor.name, input.reason))
  }
}
