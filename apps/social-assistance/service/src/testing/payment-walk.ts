import { CIPHERS, LongJobs, UnitOfWork, serviceActor, type Ciphers } from '@xishan/service-kit'
import type { Answer } from '@xishan/service-kit/testing'
import { routes, type BatchPayment, type LineState } from '@xishan/social-assistance-contract'
import type { Actor } from '@xishan/domain'
import { BatchWalk } from '../disbursements/batch-walk.testing'
import { BULK_ID, benefitsInBulk } from './benefits-in-bulk'
import { COMMUNITY, staff, type Office } from './office'
import { loadUsualTemplates } from '../payments/usual-templates'

export { USUAL_TEMPLATES } from '../payments/usual-templates'

export const MONTH = '2025-10'
export const accountOf = (number: number): string => `62236900${String(number).padStart(8, '0')}`
export const documentOf = (number: number): string => `53011219700101${String(number).padStart(4, '0')}`

/** What a bank says of one line; what is left out goes well. */
export interface Said {
  code?: string
  result?: string
  amountFen?: number
  seq?: number
  reference?: string
}

/** Households in pay with accounts that can be opened, and the templates to begin with. */
export async function payingOffice(office: Office, households: number, communities: readonly string[] = [COMMUNITY]): Promise<void> {
  const ciphers = office.app.get<Ciphers>(CIPHERS)
  await benefitsInBulk(office.sql, households, { communities })
  await office.sql('set session_replication_role = replica')
  for (let number = 1; number <= households; number++) {
    await office.sql(`update household set account_number_sealed = $1 where id = ${BULK_ID('household', number)}`, [ciphers.encrypt(accountOf(number))])
    await office.sql(`update household_member set document_number_sealed = $1 where household_id = ${BULK_ID('household', number)}`, [ciphers.encrypt(documentOf(number))])
  }
  await office.sql('set session_replication_role = default')
  await office.app.get(UnitOfWork).perform(serviceActor('social-assistance'), loadUsualTemplates)
}

/** A signed batch on its way to the bank and back. */
export class PaymentWalk extends BatchWalk {
  async signed(month: string = MONTH): Promise<this> {
    await this.create(month)
    await this.calculate()
    await this.toDirector()
    const { status, body } = await this.sign()
    if (status !== 200) throw new Error(JSON.stringify(body))
    return this
  }

  async templateId(format: 'XLSX' | 'PIPE' = 'PIPE'): Promise<string> {
    const [template] = await this.office.sql<{ id: string }>('select id from payment_template where format = $1', [format])
    return template?.id ?? ''
  }

  async export(format: 'XLSX' | 'PIPE' = 'PIPE', actor: Actor = staff.finance): Promise<Answer<typeof routes.exportPaymentFile>> {
    const answer = await this.office.call(actor, routes.exportPaymentFile, { params: { id: this.id }, body: { version: this.version, templateId: await this.templateId(format) } })
    if (answer.status !== 200) return answer
    await this.office.app.get(LongJobs).run(answer.body.id)
    const [job] = await this.office.sql<{ state: string; error: string | null }>('select state, error from job_run where id = $1', [answer.body.id])
    if (job?.state !== 'done') throw new Error(`the job ended ${job?.state}: ${job?.error}`)
    await this.payment()
    return answer
  }

  async exported(format: 'XLSX' | 'PIPE' = 'PIPE'): Promise<this> {
    const { status, body } = await this.export(format)
    if (status !== 200) throw new Error(JSON.stringify(body))
    await this.must(staff.finance, routes.registerPaymentSent)
    return this
  }

  async payment(reader: Actor = staff.finance): Promise<BatchPayment> {
    const { status, body } = await this.office.call(reader, routes.getBatchPayment, { params: { id: this.id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    this.version = body.version
    return body
  }

  /** The last file of the batch. */
  async file(): Promise<BatchPayment['files'][number]> {
    const file = (await this.payment()).files.at(-1)
    if (!file) throw new RangeError('no payment file')
    return file
  }

  async content(): Promise<Buffer> {
    const { status, body } = await this.office.call(staff.finance, routes.downloadPaymentFile, { params: { id: (await this.file()).id } })
    if (status !== 200) throw new Error(body.toString())
    return body
  }

  /** The bank's answer as a `|` file. */
  async returned(say: (seq: number) => Said | null = () => ({})): Promise<Buffer> {
    const { name, month, id } = { ...(await this.file()), month: (await this.payment()).month }
    const sent = await this.office.sql<{ seq: number; fen: string }>('select seq, amount_fen as fen from disbursement_attempt where payment_file_id = $1 order by seq', [id])
    const rows = sent.flatMap(({ seq, fen }) => {
      const said = say(seq)
      return said ? [{ seq: said.seq ?? seq, result: said.result ?? '', code: said.code ?? '0000', reference: said.reference ?? `${name}-${seq}`, fen: said.amountFen ?? Number(fen) }] : []
    })
    return aReturn(name, month, rows)
  }

  async read(bytes: Buffer, options: { actor?: Actor; version?: number; name?: string } = {}): Promise<Answer<typeof routes.readReturn>> {
    const { id } = await this.file()
    const file = { name: options.name ?? '回盘.txt', type: 'text/plain', bytes }
    const preview = await this.preview(bytes)
    const digest = preview.status === 200 ? preview.body.digest : '0'.repeat(64)
    if (preview.status !== 200) return preview as unknown as Answer<typeof routes.readReturn>
    return this.office.call(options.actor ?? staff.finance, routes.readReturn, { params: { id }, body: { version: options.version ?? this.version, digest }, file })
  }

  async preview(bytes: Buffer): Promise<Answer<typeof routes.previewReturn>> {
    return this.office.call(staff.finance, routes.previewReturn, { params: { id: (await this.file()).id }, body: {}, file: { name: '回盘.txt', type: 'text/plain', bytes } })
  }

  async lineStates(): Promise<Partial<Record<LineState, number>>> {
    return Object.fromEntries((await this.payment()).lines.map(({ state, count }) => [state, count]))
  }

  /** Failed lines as the page lists them. */
  async failures() {
    return (await this.office.call(staff.bureauClerk, routes.findFailedLines, { query: { batchId: this.id } })).body.rows
  }
}

export interface ReturnedRow {
  seq: number
  result: string
  code: string
  reference: string
  fen: number
}

/** A `|` return file of the treasury's template, in GB18030's common part with UTF-8: digits and Latin letters. */
export function aReturn(name: string, month: string, rows: readonly ReturnedRow[]): Buffer {
  const total = rows.reduce((sum, { fen }) => sum + fen, 0)
  const lines = rows.map(({ seq, result, code, reference, fen }) => [seq, result, code, code === '0000' ? '20251028' : '', code === '0000' ? reference : '', fen].join('|'))
  return Buffer.from([`H|${name}|SUBSISTENCE_ALLOWANCE|${month}|${rows.length}|${total}`, ...lines, `T|${rows.length}|${total}`].map((line) => `${line}\r\n`).join(''))
}
