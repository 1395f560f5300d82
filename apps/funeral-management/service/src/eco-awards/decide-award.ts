import type { Actor, Saved } from '@xishan/domain'
import type { AwardInputs } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireBasis, requireLivingPayee } from './award-basis'
import { AwardDesk } from './award-desk'

type Reason = AwardInputs['return']

/** From the window to the confirmation: checked by one, confirmed or refused by another. */
@Injectable()
export class DecideAward {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  check(actor: Actor, id: string, { version, opinion }: AwardInputs['check']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'check', async ({ work, award }) => {
      await requireBasis(work, award)
      return { opinion }
    })
  }

  confirm(actor: Actor, id: string, { version, opinion }: AwardInputs['confirm']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'confirm', async ({ work, award }) => {
      await requireBasis(work, award)
      await requireLivingPayee(work, award.applicantName, award.applicantLookup)
      award.confirmedOn = work.businessDate
      return { opinion, input: { amountFen: award.amountFen } }
    })
  }

  return(actor: Actor, id: string, { version, reason }: Reason): Promise<Saved> {
    return this.desk.take(actor, id, version, 'return', () => ({ opinion: reason }))
  }

  refuse(actor: Actor, id: string, { version, reason }: Reason): Promise<Saved> {
    return this.desk.take(actor, id, version, 'refuse', () => ({ opinion: reason }))
  }

  withdraw(actor: Actor, id: string, { version, reason }: Reason): Promise<Saved> {
    return this.desk.take(actor, id, version, 'withdraw', () => ({ opinion: reason }))
  }
}
