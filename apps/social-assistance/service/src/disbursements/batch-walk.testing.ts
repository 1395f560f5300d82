import { Saved, type Actor, type Route } from '@xishan/domain'
import type { Answer } from '@xishan/service-kit/testing'
import { routes, type BatchDetail } from '@xishan/social-assistance-contract'
import { LongJobs } from '@xishan/service-kit'
import { staff, type Office } from '../testing/office'

type SavingRoute = Route & { answer: typeof Saved }

/** One batch on its way, as its people take it, over HTTP. */
export class BatchWalk {
  id = ''
  version = 0

  constructor(readonly office: Office) {}

  async create(month: string, kind: 'REGULAR' | 'SUPPLEMENTARY' = 'REGULAR'): Promise<this> {
    const { status, body } = await this.office.call(staff.bureauClerk, routes.createBatch, { body: { kind, month } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    Object.assign(this, { id: body.id, version: body.version })
    return this
  }

  async act<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const answer = await this.office.call(actor, route, { params: { id: this.id }, body: { version: this.version, ...body } })
    if (answer.status === 200) this.version = Saved.parse(answer.body).version
    return answer
  }

  async must<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<void> {
    const answer = await this.act(actor, route, body)
    if (answer.status !== 200) throw new Error(`${route.path}: ${JSON.stringify(answer.body)}`)
  }

  async detail(reader: Actor = staff.bureauClerk): Promise<BatchDetail> {
    const { status, body } = await this.office.call(reader, routes.getBatch, { params: { id: this.id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    this.version = body.version
    return body
  }

  /** Starts the calculation, and runs its job here and now. */
  async calculate(): Promise<this> {
    await this.must(staff.bureauClerk, routes.calculateBatch)
    await this.office.app.get(LongJobs).run(await this.jobId())
    await this.detail()
    return this
  }

  async jobId(): Promise<string> {
    const [job] = await this.office.sql<{ id: string }>(`select id from job_run where job = 'calculate-batch' and input->>'batchId' = $1 order by created_at desc limit 1`, [this.id])
    if (!job) throw new RangeError('no calculation was started')
    return job.id
  }

  /** Answers what may be answered by words, and enters the sum as one fund. */
  async fund(): Promise<this> {
    const { totalFen } = await this.detail()
    await this.must(staff.bureauClerk, routes.setFunds, { funds: [{ source: 'DISTRICT', document: '西财社〔2025〕18号', amountFen: totalFen }] })
    return this
  }

  async answerAll(): Promise<this> {
    for (const { code, severity, open } of (await this.detail()).findings)
      if (severity === 'NOTE' && open > 0) await this.must(staff.bureauClerk, routes.answerFindings, { allOf: code, answer: '已电话核实，情况属实' })
    return this
  }

  /** From the draft to the director's desk. */
  async toDirector(): Promise<this> {
    await this.answerAll()
    await this.fund()
    await this.must(staff.bureauClerk, routes.submitBatch)
    await this.must(staff.head, routes.approveBySection, { opinion: '情况属实，同意' })
    await this.must(staff.finance, routes.approveByFinance, { opinion: '资金已落实，同意' })
    await this.must(staff.approver, routes.approveByLeader, { opinion: '同意发放' })
    return this
  }

  sign(): Promise<Answer<typeof routes.approveByDirector>> {
    return this.act(staff.director, routes.approveByDirector, { opinion: '同意发放' })
  }
}
