import { DomainProblem, nextState, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { CIPHERS, SIGNATURES, UnitOfWork, newId, type Ciphers, type JobProgress, type LongJob, type Signatures, type Work } from '@xishan/service-kit'
import { batchLifecycle, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { totalsOf } from '../disbursements/batch-totals'
import { Batch } from '../disbursements/batch.entity'
import { digestOfLines } from '../disbursements/lines-digest'
import { makePaymentFile, type Keys, type Report } from './make-payment-file'
import { usableTemplate } from './payment-templates'
import { giveUpWithoutAccount, holdStoppedLines } from './stop-lines'

export interface FileToMake {
  batchId: string
  version: number
  templateId: string
  /** Chosen when it was asked for: a job that comes again finds its file. */
  fileId: string
}

/** A batch of a million takes minutes, all in one transaction. */
const UNHURRIED = `set local statement_timeout = 0`

/** The first sending of every line. What is in no account's name goes first by its account of today. */
const SENDINGS = `
  insert into disbursement_attempt (id, line_id, batch_id, payment_file_id, number, seq, division_code, bank, account_number_sealed, account_last_four, account_holder, document_number_sealed, amount_fen)
  select gen_random_uuid(), l.id, l.batch_id, $2, 1, row_number() over (order by l.seq), l.division_code,
         case when l.account_number_sealed is null then h.bank else l.bank end, coalesce(l.account_number_sealed, h.account_number_sealed),
         case when l.account_number_sealed is null then h.account_last_four else l.account_last_four end, case when l.account_number_sealed is null then h.account_holder else l.account_holder end,
         m.document_number_sealed, l.pay_fen
  from disbursement_line l join household h on h.id = l.household_id
  left join lateral (
    select m.document_number_sealed from household_member m where m.household_id = l.household_id
    order by m.name = coalesce(l.account_holder, h.account_holder) desc, m.person_key = l.person_key desc, m.position limit 1) m on true
  where l.batch_id = $1 and l.state = 'SENT'`

/**
 * 生成发放文件: holds first, then every line that still waits is sent, each with the account it goes to. One transaction under the
 * batch's lock: a line is in the file or it is not sent, and a process that dies leaves nothing behind.
 */
export async function exportPaymentFile(work: Work, keys: Keys, { batchId, version, templateId, fileId }: FileToMake, report?: Report): Promise<Saved> {
  const batch = await work.get(Batch, batchId, version)
  const template = await usableTemplate(work, templateId)
  await work.take(batch, batchLifecycle, 'exportFile')
  await work.query(UNHURRIED)
  if (batch.approvedDigest !== (await digestOfLines(work, batch.id))) throw new DomainProblem('payment-approval-altered')
  await holdStoppedLines(work, batch)
  await giveUpWithoutAccount(work, batch)
  await work.query(`update disbursement_line set state = 'SENT', state_because = '', state_on = $2 where batch_id = $1 and state = 'PENDING'`, [batch.id, work.businessDate])
  await work.query(SENDINGS, [batch.id, fileId])
  const { name, count, totalFen, digest } = await makePaymentFile(work, keys, { id: fileId, batch, template }, report)
  batch.templateId = template.id
  batch.exportedOn = work.businessDate
  batch.sum(await totalsOf(work, batch.id))
  return work.save(batch, 'exportFile', { input: { file: name, count, totalFen, digest, held: batch.heldCount } })
}

/** Makes the file off the request path; asked for twice, the second is told that the batch moved on. */
@Injectable()
export class ExportPaymentFile implements LongJob<FileToMake> {
  readonly name = 'export-payment-file'
  readonly title = '生成发放文件'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
    @Inject(SIGNATURES) private readonly signatures: Signatures,
  ) {}

  /** What stands against it is said at once, not by a job that fails later. */
  start(actor: Actor, batchId: string, { version, templateId }: RouteInput<typeof routes.exportPaymentFile>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const batch = await work.get(Batch, batchId, version)
      nextState(batchLifecycle, 'exportFile', { state: batch.state, steps: await work.steps(batch) }, actor)
      await usableTemplate(work, templateId)
      const [waiting] = await work.query<{ there: boolean }>(`select exists (select from disbursement_line where batch_id = $1 and state = 'PENDING') as there`, [batchId])
      if (!waiting?.there) throw new DomainProblem('payment-nothing-to-send')
      return work.startJob(ExportPaymentFile, { batchId, version, templateId, fileId: newId() })
    })
  }

  async run(actor: Actor, input: FileToMake, progress: JobProgress): Promise<void> {
    await this.unitOfWork.perform(actor, async (work) => {
      const [made] = await work.query(`select from payment_file where id = $1`, [input.fileId])
      if (!made) await exportPaymentFile(work, { ciphers: this.ciphers, signatures: this.signatures }, input, (done, total) => progress.report(done, total))
    })
  }
}
