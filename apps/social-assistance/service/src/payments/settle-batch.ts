import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { Batch } from '../disbursements/batch.entity'
import { PaymentDesk, askOf } from './payment-desk'
import { comparisonsOf, figuresOf, unreconciled, unsettled } from './reconciliation'

/** A signed batch from the file's way to the bank to the closed account. */
@Injectable()
export class SettleBatch {
  constructor(@Inject(PaymentDesk) private readonly desk: PaymentDesk) {}

  registerSent(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.take(actor, id, 'registerSent', version, async (work, batch) => {
      await work.query(`update payment_file set sent_on = $2, sent_by = $3 where batch_id = $1 and sent_on is null`, [batch.id, work.businessDate, actor.name])
    })
  }

  reconcile(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.take(actor, id, 'reconcile', version, async (work, batch) => {
      const figures = await figuresOf(askOf(work), batch.id)
      const reasons = unreconciled(figures)
      if (reasons.length > 0) throw new DomainProblem('reconcile-does-not-agree', { reasons: reasons.join('；') })
      batch.reconciledOn = work.businessDate
      return { input: { comparisons: comparisonsOf(figures) } }
    })
  }

  /** From here on nothing of the batch changes, neither by us nor by anybody in the database. */
  close(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.take(actor, id, 'close', version, async (work, batch) => ({ input: await this.closing(work, batch) }))
  }

  private async closing(work: Work, batch: Batch): Promise<Record<string, unknown>> {
    const figures = await figuresOf(askOf(work), batch.id)
    const reasons = unsettled(figures)
    if (reasons.length > 0) throw new DomainProblem('close-not-settled', { reasons: reasons.join('；') })
    batch.closedOn = work.businessDate
    return { lines: figures.lines, comparisons: comparisonsOf(figures) }
  }
}
