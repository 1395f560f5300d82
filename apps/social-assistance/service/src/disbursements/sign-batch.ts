import { DomainProblem, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { ParameterBooks, SIGNATURES, type Signatures, type Work } from '@xishan/service-kit'
import { PARAMETER, type BatchInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireFreshDeathLists } from '../deaths/death-feeds'
import { requireAnswered } from './answer-findings'
import { BatchDesk } from './batch-desk'
import { totalsOf } from './batch-totals'
import { digestOfLines } from './lines-digest'
import { movedSince, outdatedHouseholds } from './outdated'
import { requireFunds } from './set-funds'

/** From the clerk's desk to the director's signature and back: 提交审核、科室、财务、分管领导、局长签批、退回、作废. */
@Injectable()
export class SignBatch {
  constructor(
    @Inject(BatchDesk) private readonly desk: BatchDesk,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(SIGNATURES) private readonly signatures: Signatures,
  ) {}

  /** @throws DomainProblem `batch-empty`, `findings-open`, `funds-differ`, `death-list-stale`, `batch-outdated-draft` */
  submit(actor: Actor, id: string, input: BatchInputs['submit']): Promise<Saved> {
    return this.desk.take(actor, id, 'submit', input, async (work, batch) => {
      batch.sum(await totalsOf(work, id))
      if (batch.lineCount === 0) throw new DomainProblem('batch-empty')
      await requireAnswered(work, id)
      await requireFunds(work, batch)
      await requireFreshDeathLists(work, await this.book(work), input.staleDeathsReason)
      const households = await outdatedHouseholds(work, batch, await this.offsetShare(work))
      if (households > 0) throw new DomainProblem('batch-outdated-draft', { households })
      batch.returnedBecause = ''
    })
  }

  section(actor: Actor, id: string, input: BatchInputs['approveBySection']): Promise<Saved> {
    return this.desk.take(actor, id, 'approveBySection', input)
  }

  finance(actor: Actor, id: string, input: BatchInputs['approveByFinance']): Promise<Saved> {
    return this.desk.take(actor, id, 'approveByFinance', input, requireFunds)
  }

  leader(actor: Actor, id: string, input: BatchInputs['approveByLeader']): Promise<Saved> {
    return this.desk.take(actor, id, 'approveByLeader', input)
  }

  /**
   * The last signature: nothing of the lines is changed from here on, so they are the ones that would be calculated now.
   * @throws DomainProblem `batch-outdated`, `findings-open`, `funds-differ`, `death-list-stale`
   */
  director(actor: Actor, id: string, input: BatchInputs['approveByDirector']): Promise<Saved> {
    return this.desk.take(actor, id, 'approveByDirector', input, async (work, batch) => {
      const households = Math.max(await outdatedHouseholds(work, batch, await this.offsetShare(work)), await movedSince(work, batch))
      if (households > 0) throw new DomainProblem('batch-outdated', { households })
      await requireAnswered(work, id)
      await requireFunds(work, batch)
      await requireFreshDeathLists(work, await this.book(work), input.staleDeathsReason)
      const digest = await digestOfLines(work, id)
      const signature = this.signatures.sign(Buffer.from(digest, 'utf8'))
      batch.sign(work.businessDate, digest, signature && JSON.stringify(signature))
    })
  }

  sendBack(actor: Actor, id: string, input: BatchInputs['sendBack']): Promise<Saved> {
    return this.desk.take(actor, id, 'sendBack', input, async (_, batch) => {
      batch.returnedBecause = input.reason
    })
  }

  /** A batch that is given up gives its months and payables back. */
  cancel(actor: Actor, id: string, input: BatchInputs['cancel']): Promise<Saved> {
    return this.desk.take(actor, id, 'cancel', input, async (work, batch) => {
      await work.query(`update disbursement_line set state = 'CANCELLED', state_because = '批次已作废', state_on = $2 where batch_id = $1 and state <> 'CANCELLED'`, [id, work.businessDate])
      batch.sum(await totalsOf(work, id))
    })
  }

  private async offsetShare(work: Work): Promise<number> {
    return (await this.book(work)).number(PARAMETER.recovery.offsetShare)
  }

  private book(work: Work): Promise<ParameterBook> {
    return this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
  }
}
