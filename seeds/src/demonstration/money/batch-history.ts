import { randomUUID } from 'node:crypto'
import type { Actor, BenefitMonth, Role, Saved } from '@xishan/domain'
import { CIPHERS, SIGNATURES, UnitOfWork, type Ciphers, type JobProgress, type Signatures } from '@xishan/service-kit'
import { batchLifecycle, type BatchFinding, type TemplateLayout } from '@xishan/social-assistance-contract'
import { AnswerFindings, Batch, CalculateBatch, CreateBatch, OPEN_FINDING, ReadReturn, SetFunds, SettleBatch, SignBatch, exportPaymentFile } from '@xishan/social-assistance-service'
import { returnFile, type Said, type Sending } from './bank'
import { dayOf, formatOf, fundsOf } from './month-of-pay'
import type { Past } from './past'

type Step = Parameters<typeof dayOf>[1]

/** The calculation runs here and now; nobody watches it. */
const UNWATCHED: JobProgress = { report: () => Promise.resolve(), checkpoint: () => undefined, saveCheckpoint: () => Promise.resolve() }

const ANSWERS: Partial<Record<BatchFinding, string>> = {
  OVERLAP: '本月未取得其他待遇名单，已电话向相关科室核对',
  DEVIATION: '本月复核调整，金额变化有据',
  ACCOUNT_NAME: '经核实为家庭成员委托的代领账户',
  ALIVE: '已电话核实，本人健在',
}

/** The regular batch of a month, from the draft to the closed account, as five people of the bureau took it. */
export class BatchHistory {
  private saved: Saved = { id: '', version: 0 }

  constructor(
    readonly past: Past,
    readonly month: BenefitMonth,
  ) {}

  get id(): string {
    return this.saved.id
  }

  /** Takes a step on its day. */
  async step(role: Role, what: Step, act: (actor: Actor, at: { id: string; version: number }) => Promise<Saved>): Promise<void> {
    const on = dayOf(this.month, what)
    const actor = this.past.bureau(role, on)
    this.saved = await this.past.on(on, () => act(actor, this.saved))
  }

  async make(): Promise<void> {
    const { past, month } = this
    await this.step('BU_CLERK', 'make', (clerk) => past.its(CreateBatch).execute(clerk, { kind: 'REGULAR', month }))
    const run = randomUUID()
    await this.step('BU_CLERK', 'make', (clerk, { id, version }) =>
      past.its(UnitOfWork).perform(clerk, async (work) => {
        const batch = await work.get(Batch, id, version)
        await work.take(batch, batchLifecycle, 'calculate')
        batch.startCalculation(run)
        return work.save(batch, 'calculate')
      }),
    )
    await this.step('BU_CLERK', 'make', async (clerk, { id }) => {
      await past.its(CalculateBatch).run(clerk, { batchId: id, run }, UNWATCHED)
      return this.read(clerk)
    })
    await this.answerFindings()
    await this.fund()
    await this.step('BU_CLERK', 'make', (clerk, { id, version }) => past.its(SignBatch).submit(clerk, id, { version, staleDeathsReason: '' }))
  }

  async sign(): Promise<void> {
    const sign = this.past.its(SignBatch)
    await this.step('BU_HEAD', 'section', (head, { id, version }) => sign.section(head, id, { version, opinion: '明细与在保名册一致，同意' }))
    await this.step('FINANCE', 'finance', (finance, { id, version }) => sign.finance(finance, id, { version, opinion: '资金已到位，同意' }))
    await this.step('BU_APPROVER', 'leader', (leader, { id, version }) => sign.leader(leader, id, { version, opinion: '同意发放' }))
    await this.step('DIRECTOR', 'director', (director, { id, version }) => sign.director(director, id, { version, opinion: '同意，请按时发放', staleDeathsReason: '' }))
  }

  async send(): Promise<void> {
    const { past, month } = this
    const [template] = await past.ask<{ id: string }>(`select id from payment_template where format = $1 and retired_on is null`, [formatOf(month)])
    const keys = { ciphers: past.service.get<Ciphers>(CIPHERS), signatures: past.service.get<Signatures>(SIGNATURES) }
    await this.step('FINANCE', 'export', (finance, { id, version }) =>
      past.its(UnitOfWork).perform(finance, (work) => exportPaymentFile(work, keys, { batchId: id, version, templateId: template?.id ?? '', fileId: randomUUID() })),
    )
    await this.registerSent('export')
  }

  registerSent(what: Step): Promise<void> {
    return this.step('FINANCE', what, (finance, { id, version }) => this.past.its(SettleBatch).registerSent(finance, id, version))
  }

  /** The bank's answer to the last file. */
  async readReturn(what: Step, say: (sending: Sending) => Said | undefined): Promise<void> {
    const { past, month } = this
    const [file] = await past.ask<{ id: string; name: string; template: TemplateLayout }>(`select id, name, template from payment_file where batch_id = $1 order by number desc limit 1`, [this.id])
    if (!file) throw new RangeError(`no file of ${month}`)
    const sendings = await past.ask<Sending>(
      `select id as "attemptId", line_id as "lineId", seq, account_holder as holder, amount_fen::float8 as "amountFen", division_code as "divisionCode" from disbursement_attempt where payment_file_id = $1 order by seq`,
      [file.id],
    )
    const bytes = await returnFile({ ...file, month, sendings }, dayOf(month, what), say)
    await this.step('FINANCE', what, async (finance, { version }) => {
      const { digest } = await past.its(ReadReturn).preview(finance, file.id, upload(file.name, bytes))
      return past.its(ReadReturn).execute(finance, file.id, { version, digest }, upload(file.name, bytes))
    })
  }

  async close(): Promise<void> {
    const settle = this.past.its(SettleBatch)
    await this.step('FINANCE', 'reconcile', (finance, { id, version }) => settle.reconcile(finance, id, version))
    await this.step('FINANCE', 'close', (finance, { id, version }) => settle.close(finance, id, version))
  }

  private async answerFindings(): Promise<void> {
    const { past } = this
    const open = await past.ask<{ code: BatchFinding; blocks: boolean }>(`select f.code, bool_or(f.severity = 'BLOCK') as blocks from disbursement_finding f where f.batch_id = $1 and ${OPEN_FINDING} group by f.code`, [this.id])
    const blocked = open.find(({ blocks }) => blocks)
    if (blocked) throw new RangeError(`${this.month}: ${blocked.code} stands against paying`)
    for (const { code } of open)
      await this.step('BU_CLERK', 'make', (clerk, { id, version }) => past.its(AnswerFindings).execute(clerk, id, { version, findings: [], allOf: code, answer: ANSWERS[code] ?? '已核实' }))
  }

  private async fund(): Promise<void> {
    const [batch] = await this.past.ask<{ fen: number }>(`select total_fen::float8 as fen from disbursement_batch where id = $1`, [this.id])
    await this.step('BU_CLERK', 'make', (clerk, { id, version }) => this.past.its(SetFunds).execute(clerk, id, { version, funds: fundsOf(this.month, batch?.fen ?? 0) }))
  }

  /** As the batch stands in the store, after something else than a use case on it moved it. */
  async read(reader: Actor): Promise<Saved> {
    const [row] = await this.past.ask<Saved>(`select id, version, number from disbursement_batch where id = $1`, [this.id])
    if (!row) throw new RangeError(`${reader.name} finds no batch`)
    return row
  }

  /** What others did to it: lines that were taken out. */
  async refresh(): Promise<void> {
    this.saved = await this.read(this.past.bureau('FINANCE', dayOf(this.month, 'answer')))
  }
}

const upload = (name: string, bytes: Buffer) => ({ name: `${name}-回盘`, declaredType: 'application/octet-stream', bytes })
