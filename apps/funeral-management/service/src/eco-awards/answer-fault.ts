import { DomainProblem, formatYuan, type Actor, type Saved } from '@xishan/domain'
import { awardLifecycle, type AwardAction, type AwardInputs } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { basisNow, faultOf } from './award-basis'
import { AwardDesk, type OpenAward } from './award-desk'

type Reason = AwardInputs['uphold']

/** The disposition or the death of a confirmed award turned out to be wrong: it stands on what is right, is stopped, or claimed back. */
@Injectable()
export class AnswerFault {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  /** Only for the same amount. @throws DomainProblem `award-basis-stands`, `award-amount-differs` */
  uphold(actor: Actor, id: string, input: Reason): Promise<Saved> {
    return this.keep(actor, id, 'uphold', input, (due, paid) => due === paid)
  }

  /** What was paid may be less than what is due now, never more. @throws DomainProblem `award-basis-stands`, `award-amount-differs` */
  upholdPaid(actor: Actor, id: string, input: Reason): Promise<Saved> {
    return this.keep(actor, id, 'upholdPaid', input, (due, paid) => due >= paid)
  }

  stop(actor: Actor, id: string, { version, reason }: Reason): Promise<Saved> {
    return this.desk.take(actor, id, version, 'stop', async (open) => {
      await requireFault(open, 'stop')
      return { opinion: reason }
    })
  }

  /** What was paid beyond what is due by what stands now. @throws DomainProblem `award-basis-stands`, `award-nothing-to-claim` */
  claim(actor: Actor, id: string, { version, reason }: Reason): Promise<Saved> {
    return this.desk.take(actor, id, version, 'claim', async (open) => {
      await requireFault(open, 'claim')
      const { award } = open
      const { fen } = await basisNow(open.work, award, open.book)
      if (fen >= award.amountFen) throw new DomainProblem('award-nothing-to-claim', { due: formatYuan(fen), amount: formatYuan(award.amountFen) })
      award.recoveryFen = award.amountFen - fen
      return { opinion: `应追回 ${formatYuan(award.recoveryFen)} 元。${reason}`, input: { recoveryFen: award.recoveryFen } }
    })
  }

  private keep(actor: Actor, id: string, action: 'uphold' | 'upholdPaid', { version, reason }: Reason, fits: (due: number, paid: number) => boolean): Promise<Saved> {
    return this.desk.take(actor, id, version, action, async (open) => {
      await requireFault(open, action)
      const { award } = open
      const { disposition, fen } = await basisNow(open.work, award, open.book)
      if (!disposition || !fits(fen, award.amountFen)) throw new DomainProblem('award-amount-differs', { due: formatYuan(fen), amount: formatYuan(award.amountFen) })
      Object.assign(award, { dispositionId: disposition.id, kind: disposition.kind, disposedOn: disposition.disposedOn })
      return { opinion: reason, input: { disposition: disposition.number } }
    })
  }
}

async function requireFault({ work, award }: OpenAward, action: AwardAction): Promise<void> {
  if ((await faultOf(work, award)) === null) throw new DomainProblem('award-basis-stands', { action: awardLifecycle.actions[action].label })
}
