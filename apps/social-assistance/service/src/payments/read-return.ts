import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { ParameterBooks, Reads, UnitOfWork, newId, safeFileName, type Ask, type UploadedFile, type Work } from '@xishan/service-kit'
import { batchLifecycle, type ReturnPreview } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Batch } from '../disbursements/batch.entity'
import { bookResults, type Result } from './book-results'
import type { Judged } from './judge-return'
import { ROWS_AT_ONCE, answeredFile, digestOfReturn, isProblem, matchReturn, previewOf, readReturnFile, type AnsweredFile } from './match-return'
import { askOf, batchOfFile, resendBy } from './payment-desk'

/** 回盘: looked at first, then booked in one step, or not at all. */
@Injectable()
export class ReadReturn {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  /** What the file would do, without doing it. */
  async preview(actor: Actor, paymentFileId: string, { bytes }: UploadedFile): Promise<ReturnPreview> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const file = await answeredFile(ask, paymentFileId)
    const digest = digestOfReturn(bytes)
    await requireUnread(ask, file, digest)
    const judged = await matchReturn(ask, file, await readReturnFile(file, bytes))
    const [open] = await ask<{ count: number }>(`select count(*)::int as count from disbursement_attempt where payment_file_id = $1 and state = 'SENT'`, [paymentFileId])
    return previewOf(digest, judged, open?.count ?? 0)
  }

  async execute(actor: Actor, paymentFileId: string, { version, digest }: { version: number; digest: string }, { name, bytes }: UploadedFile): Promise<Saved> {
    if (digestOfReturn(bytes) !== digest) throw new DomainProblem('return-changed')
    return this.unitOfWork.run(actor, async (work) => {
      const ask = askOf(work)
      const locked = await batchOfFile(work, paymentFileId)
      const file = await answeredFile(ask, paymentFileId)
      // Said before the version is looked at: the same file twice is not a quarrel with a colleague.
      await requireUnread(ask, file, digest)
      const batch = await work.get(Batch, locked.id, version)
      await work.take(batch, batchLifecycle, 'readReturn')
      const judged = await matchReturn(ask, file, await readReturnFile(file, bytes))
      if (judged.every(({ verdict }) => verdict === 'KNOWN')) throw new DomainProblem('return-nothing-new', { count: judged.length })
      const counts = await this.store(work, file, { id: newId(), name: safeFileName(name, file.template.returnFormat === 'PIPE' ? 'txt' : 'xlsx'), digest }, judged)
      batch.dueOn = await resendBy(work, batch.id)
      return work.save(batch, 'readReturn', { input: { file: file.name, ...counts } })
    })
  }

  private async store(work: Work, file: AnsweredFile, returned: { id: string; name: string; digest: string }, judged: readonly Judged[]): Promise<Record<string, number>> {
    const count = (verdict: 'PAID' | 'FAILED') => judged.filter((one) => one.verdict === verdict).length
    const counts = { rows: judged.length, paid: count('PAID'), failed: count('FAILED'), unmatched: judged.filter(({ verdict }) => isProblem(verdict)).length }
    await work.query(
      `insert into return_file (id, batch_id, payment_file_id, division_code, name, digest, row_count, paid_count, failed_count, unmatched_count, read_on, read_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [returned.id, file.batchId, file.id, file.divisionCode, returned.name, returned.digest, counts.rows, counts.paid, counts.failed, counts.unmatched, work.businessDate, work.actor.name],
    )
    for (let from = 0; from < judged.length; from += ROWS_AT_ONCE) await storeRows(work, file, returned.id, judged.slice(from, from + ROWS_AT_ONCE))
    await bookResults(work, this.books, returned.id, judged.flatMap((one) => resultOf(one, file)))
    return counts
  }
}

/** @throws DomainProblem `return-known` */
async function requireUnread(ask: Ask, file: AnsweredFile, digest: string): Promise<void> {
  const [known] = await ask<{ on: string; by: string }>(`select read_on::text as on, read_by as by from return_file where payment_file_id = $1 and digest = $2`, [file.id, digest])
  if (known) throw new DomainProblem('return-known', { on: known.on, by: known.by })
}

const storeRows = (work: Work, file: AnsweredFile, returnFileId: string, judged: readonly Judged[]): Promise<unknown> =>
  work.query(
    `insert into return_row (return_file_id, row_number, batch_id, division_code, seq, result, code, amount_fen, paid_on, bank_reference, attempt_id, problem)
     select $2, r."rowNumber", $3, $4, r.seq, r.result, r.code, r."amountFen", r."paidOn", r."bankReference", r."attemptId", r.problem
     from jsonb_to_recordset($1::jsonb) as r("rowNumber" int, seq int, result text, code text, "amountFen" bigint, "paidOn" date, "bankReference" text, "attemptId" uuid, problem text)`,
    [JSON.stringify(judged.map(({ row, sent, verdict }) => ({ ...row, attemptId: sent?.attemptId ?? null, problem: isProblem(verdict) ? verdict : null }))), returnFileId, file.batchId, file.divisionCode],
  )

function resultOf({ row, sent, verdict }: Judged, { template }: AnsweredFile): Result[] {
  if (!sent || (verdict !== 'PAID' && verdict !== 'FAILED')) return []
  const meaning = template.codes.find(({ code }) => code === row.code)?.meaning ?? row.result
  return [{ attemptId: sent.attemptId, paid: verdict === 'PAID', code: row.code, text: row.result === '' || row.result === meaning ? meaning : `${meaning}（${row.result}）`, paidOn: row.paidOn, bankReference: row.bankReference }]
}
