import { setTimeout as sleep } from 'node:timers/promises'
import { Saved, type Actor, type Route } from '@xishan/domain'
import type { Answer, TestService } from '@xishan/service-kit/testing'
import { routes, type BatchState } from '@xishan/social-assistance-contract'
import { staff } from '@xishan/social-assistance-service/testing/office'
import { aReturn } from '@xishan/social-assistance-service/testing/payment-walk'
import type { KillableLine } from './killable-line'

type SavingRoute = Route & { answer: typeof Saved }

interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

const opinion = '情况属实，同意发放'
const SIGNATURES: readonly (readonly [Actor, SavingRoute])[] = [
  [staff.bureauClerk, routes.submitBatch], [staff.head, routes.approveBySection], [staff.finance, routes.approveByFinance], [staff.approver, routes.approveByLeader], [staff.director, routes.approveByDirector],
]
/** What the signatures are refused with when a household was held, or a death came to be known, since the sums were made. */
const MOVED = ['batch-outdated-draft', 'batch-outdated', 'funds-differ', 'findings-open']

/** A month from the draft to the closed batch by five people, some lines at the second attempt, whatever happens to the service. */
export class PaidMonth {
  id = ''

  constructor(
    private readonly line: KillableLine,
    private readonly sql: TestService['sql'],
    private readonly month: string,
  ) {}

  async pay(): Promise<void> {
    this.id = (await this.must(staff.bureauClerk, routes.createBatch, { kind: 'REGULAR', month: this.month })).id
    while (!(await this.isSigned())) await this.giveBack()
    await this.send(routes.exportPaymentFile, { templateId: await this.template() })
    await this.returns((seq) => seq % 50 === 0)
    await this.correctFailed()
    const failed = await this.sql<{ id: string }>(`select id from disbursement_line where batch_id = $1 and state = 'FAILED'`, [this.id])
    await this.send(routes.resendFailedLines, { lineIds: failed.map(({ id }) => id) })
    await this.returns(() => false)
    await this.step(staff.finance, routes.reconcileBatch)
    await this.step(staff.finance, routes.closeBatch)
  }

  async detail() {
    const { status, body } = await this.line.call(staff.bureauClerk, routes.getBatch, { params: { id: this.id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }

  /** From the calculation to the director's signature. @returns false when a household moved meanwhile, so that it has to be calculated anew */
  private async isSigned(): Promise<boolean> {
    await this.calculate()
    await this.answerFindings()
    const { totalFen } = await this.detail()
    await this.step(staff.bureauClerk, routes.setFunds, { funds: [{ source: 'DISTRICT', document: '西财社〔2025〕18号', amountFen: totalFen }] })
    for (const [actor, route] of SIGNATURES) {
      const answer = await this.ask(actor, route, { version: (await this.detail()).version, opinion })
      if (answer.status !== 200 && MOVED.includes(answer.body.code ?? '')) return false
      requireSaved(route, answer)
    }
    return true
  }

  private async giveBack(): Promise<void> {
    if ((await this.detail()).state !== 'CALCULATED') await this.step(staff.director, routes.sendBatchBack, { reason: '制表后有人员变动，请重新计算' })
  }

  /** Starts the calculation and waits for its end; a run that was killed too often is begun anew, as its maker would. */
  private async calculate(): Promise<void> {
    await this.step(staff.bureauClerk, routes.calculateBatch)
    while (!(await this.reaches('CALCULATED'))) {
      const [job] = await this.sql<{ state: string }>(`select state from job_run where job = 'calculate-batch' and input->>'batchId' = $1 order by created_at desc limit 1`, [this.id])
      if (job?.state !== 'failed') continue
      if ((await this.detail()).state === 'CALCULATING') await this.step(staff.bureauClerk, routes.abandonCalculation)
      await this.step(staff.bureauClerk, routes.calculateBatch)
    }
  }

  private async answerFindings(): Promise<void> {
    for (const { code, open, severity } of (await this.detail()).findings) if (open > 0 && severity === 'NOTE') await this.step(staff.bureauClerk, routes.answerFindings, { allOf: code, answer: '已核实，情况属实' })
  }

  /** A payment file is made and taken to the bank. */
  private async send(route: SavingRoute, body: object): Promise<void> {
    await this.step(staff.finance, route, body)
    while (!(await this.reaches('EXPORTED')));
    await this.step(staff.finance, routes.registerPaymentSent)
  }

  private async returns(fails: (seq: number) => boolean): Promise<void> {
    const { files } = await this.payment()
    const file = files.at(-1)
    if (!file) throw new RangeError('no payment file')
    const sent = await this.sql<{ seq: number; fen: number }>(`select seq, amount_fen::int as fen from disbursement_attempt where payment_file_id = $1 order by seq`, [file.id])
    const rows = sent.map(({ seq, fen }) => ({ seq, result: '', code: fails(seq) ? '1001' : '0000', reference: `${file.name}-${seq}`, fen }))
    const upload = { name: '回盘.txt', type: 'text/plain', bytes: aReturn(file.name, this.month, rows) }
    const preview = await this.line.call(staff.finance, routes.previewReturn, { params: { id: file.id }, body: {}, file: upload })
    const { version } = await this.payment()
    await this.must(staff.finance, routes.readReturn, { version, digest: preview.body.digest }, file.id, upload)
  }

  private async correctFailed(): Promise<void> {
    const { rows } = (await this.line.call(staff.bureauClerk, routes.findFailedLines, { query: { batchId: this.id, limit: 100 } })).body
    for (const { id } of rows) await this.must(staff.bureauClerk, routes.proposeCorrection, { way: 'SAME_ACCOUNT', account: null, reason: '银行确认系统故障' }, id)
  }

  private async payment() {
    const { status, body } = await this.line.call(staff.finance, routes.getBatchPayment, { params: { id: this.id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }

  private async template(): Promise<string> {
    const [template] = await this.sql<{ id: string }>(`select id from payment_template where format = 'PIPE'`)
    return template?.id ?? ''
  }

  private async reaches(state: BatchState): Promise<boolean> {
    if ((await this.detail()).state === state) return true
    await sleep(150)
    return false
  }

  private async step(actor: Actor, route: SavingRoute, body: object = {}): Promise<void> {
    await this.must(actor, route, { version: (await this.detail()).version, ...body })
  }

  private async must(actor: Actor, route: SavingRoute, body: object, id = this.id, file?: Upload): Promise<Saved> {
    return requireSaved(route, await this.ask(actor, route, body, id, file))
  }

  private ask(actor: Actor, route: SavingRoute, body: object, id = this.id, file?: Upload): Promise<Answer<SavingRoute>> {
    return this.line.call(actor, route, { params: { id }, body, ...(file ? { file } : {}) })
  }
}

function requireSaved(route: Route, { status, body }: Answer<SavingRoute>): Saved {
  if (status !== 200) throw new Error(`${route.path}: ${JSON.stringify(body)}`)
  return Saved.parse(body)
}
