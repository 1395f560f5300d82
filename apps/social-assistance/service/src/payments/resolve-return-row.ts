import { DomainProblem, label, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { ParameterBooks, UnitOfWork, type Work } from '@xishan/service-kit'
import { RESOLVABLE, RETURN_PROBLEM, ROW_OUTCOME, batchLifecycle, type ReturnProblem, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Batch } from '../disbursements/batch.entity'
import { bookResults } from './book-results'
import { resendBy } from './payment-desk'

interface StoredRow {
  batchId: string
  fileName: string
  seq: number | null
  result: string
  code: string | null
  paidOn: string | null
  bankReference: string | null
  problem: ReturnProblem | null
  resolvedBy: string | null
  attemptId: string | null
  attemptState: string | null
}

type Resolution = RouteInput<typeof routes.resolveReturnRow>['body']

/** A row that matched nothing: a person finds out what it is and says so; where only the name or the code was strange, the result may be booked by that word. */
@Injectable()
export class ResolveReturnRow {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  execute(actor: Actor, returnFileId: string, rowNumber: number, input: Resolution): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const batch = await lockedBatch(work, returnFileId)
      const row = await openRow(work, returnFileId, rowNumber)
      if (batch.state === 'CLOSED') throw new DomainProblem('action-out-of-state', { state: batchLifecycle.states.CLOSED.label, action: '处理回盘行' })
      if (input.outcome !== 'NONE') await this.book(work, returnFileId, row, input)
      await work.query(`update return_row set resolved_on = $3, resolved_by = $4, resolution = $5 where return_file_id = $1 and row_number = $2`, [
        returnFileId, rowNumber, work.businessDate, work.actor.name, input.outcome === 'NONE' ? input.resolution : `${label(ROW_OUTCOME, input.outcome)}：${input.resolution}`,
      ])
      batch.dueOn = await resendBy(work, batch.id)
      return work.save(batch, 'resolveReturnRow', { changes: { row: rowNumber, problem: row.problem, outcome: input.outcome } })
    })
  }

  private async book(work: Work, returnFileId: string, row: StoredRow, { outcome, paidOn }: Resolution): Promise<void> {
    const refuse = (reason: string) => new DomainProblem('return-row-not-bookable', { reason })
    if (row.problem === null || !RESOLVABLE.includes(row.problem) || row.attemptId === null) throw refuse(`问题是“${label(RETURN_PROBLEM, row.problem)}”`)
    if (row.attemptState !== 'SENT') throw refuse('该笔已另有结果')
    const day = row.paidOn ?? paidOn
    if (outcome === 'PAID' && day === null) throw new DomainProblem('invalid-input', {}, [{ field: 'paidOn', message: '请填写银行付款的日期' }])
    if (day !== null && day > work.businessDate) throw new DomainProblem('date-in-future', { field: '付款日期', today: work.businessDate })
    if (outcome === 'PAID' && row.bankReference !== null) {
      const [taken] = await work.query(`select from disbursement_attempt where bank_reference = $1`, [row.bankReference])
      if (taken) throw refuse('银行流水号已登记在另一笔上')
    }
    await bookResults(work, this.books, returnFileId, [{ attemptId: row.attemptId, paid: outcome === 'PAID', code: row.code ?? '', text: row.result || '经核实未付款', paidOn: day, bankReference: row.bankReference }])
  }
}

async function lockedBatch(work: Work, returnFileId: string): Promise<Batch> {
  const [file] = await work.query<{ batchId: string }>(`select batch_id as "batchId" from return_file where id = $1`, [returnFileId])
  if (!file) throw new DomainProblem('not-found')
  return work.get(Batch, file.batchId)
}

async function openRow(work: Work, returnFileId: string, rowNumber: number): Promise<StoredRow> {
  const [row] = await work.query<StoredRow>(
    `select r.batch_id as "batchId", f.name as "fileName", r.seq, r.result, r.code, r.paid_on::text as "paidOn", r.bank_reference as "bankReference", r.problem, r.resolved_by as "resolvedBy",
            r.attempt_id as "attemptId", a.state as "attemptState"
     from return_row r join return_file f on f.id = r.return_file_id left join disbursement_attempt a on a.id = r.attempt_id
     where r.return_file_id = $1 and r.row_number = $2 and r.problem is not null`,
    [returnFileId, rowNumber],
  )
  if (!row) throw new DomainProblem('not-found')
  if (row.resolvedBy !== null) throw new DomainProblem('return-row-resolved', { by: row.resolvedBy })
  return row
}
