import { createHash } from 'node:crypto'
import { DomainProblem } from '@xishan/domain'
import type { Ciphers, Signatures, Work } from '@xishan/service-kit'
import type { Batch } from '../disbursements/batch.entity'
import { SCHEME_NAME, digestedBytes, type FileFrame } from './file-content'
import type { PaymentTemplate } from './payment-template.entity'
import { sendingsOf } from './stored-sendings'

/** What files are sealed and signed with. */
export interface Keys {
  ciphers: Ciphers
  signatures: Signatures
}

export interface MadeFile {
  id: string
  name: string
  count: number
  totalFen: number
  digest: string
}

/** Tells how many lines are written, so that a long making can be watched and broken off. */
export type Report = (done: number, total: number) => Promise<void>

/** The number of the batch's next file. Whoever asks has locked the batch. */
async function nextNumber(work: Work, batch: Batch): Promise<number> {
  const [row] = await work.query<{ next: number }>(`select coalesce(max(number), 0)::int + 1 as next from payment_file where batch_id = $1`, [batch.id])
  return row?.next ?? 1
}

/**
 * Writes the payment file over sendings that were stored under its id in the same work: name, sums, digest, signature and the layout
 * it can be made with again. The work is one transaction: broken off, there is neither file nor sending.
 */
export async function makePaymentFile(work: Work, { ciphers, signatures }: Keys, { id, batch, template }: { id: string; batch: Batch; template: PaymentTemplate }, report?: Report): Promise<MadeFile> {
  const [sum] = await work.query<{ count: number; totalFen: number }>(`select count(*)::int as count, coalesce(sum(amount_fen), 0)::float8 as "totalFen" from disbursement_attempt where payment_file_id = $1`, [id])
  if (!sum || sum.count === 0) throw new DomainProblem('payment-nothing-to-send')
  const number = await nextNumber(work, batch)
  const frame: FileFrame = { name: `${batch.number}-${String(number).padStart(2, '0')}`, layout: template.layout, scheme: SCHEME_NAME, month: batch.month, ...sum }
  const hash = createHash('sm3')
  let done = 0
  for await (const sendings of sendingsOf((sql, parameters) => work.query(sql, parameters), id)) {
    hash.update(await digestedBytes(frame, sendings, ciphers))
    done += sendings.length
    await report?.(done, sum.count)
  }
  const digest = hash.digest()
  const signature = signatures.sign(digest)
  await work.query(
    `insert into payment_file (id, batch_id, number, division_code, template_id, template_version, template, name, attempt_count, total_fen, digest, signature, made_on, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id, batch.id, number, batch.divisionCode, template.id, template.version, JSON.stringify({ ...template.layout, scheme: SCHEME_NAME, name: template.name, recipient: template.recipient }),
      frame.name, sum.count, sum.totalFen, digest.toString('hex'), signature && JSON.stringify(signature), work.businessDate, work.actor.name,
    ],
  )
  return { id, name: frame.name, ...sum, digest: digest.toString('hex') }
}
