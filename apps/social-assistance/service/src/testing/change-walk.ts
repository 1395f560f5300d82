import { Saved, type Actor, type Route } from '@xishan/domain'
import type { Answer } from '@xishan/service-kit/testing'
import { routes, type BenefitChangeDetail, type ChangeGround, type ChangeKind } from '@xishan/social-assistance-contract'
import { someFinances } from './families'
import { staff, type Office } from './office'

type SavingRoute = Route & { answer: typeof Saved }

/** One change of a benefit on its way through the offices, over HTTP. */
export class ChangeWalk {
  id = ''
  version = 0

  constructor(
    readonly office: Office,
    readonly benefitId: string,
  ) {}

  async report(kind: ChangeKind, ground: ChangeGround, more: object = {}, actor: Actor = staff.clerk): Promise<Answer<typeof routes.reportChange>> {
    const today = await this.today()
    const body = { benefitId: this.benefitId, kind, ground, source: 'HOUSEHOLD', content: '家庭来电报告情况变化', occurredOn: today, reportedOn: today, ...more }
    const answer = await this.office.call(actor, routes.reportChange, { body })
    if (answer.status === 200) Object.assign(this, Saved.pick({ id: true, version: true }).parse(answer.body))
    return answer
  }

  async act<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const answer = await this.office.call(actor, route, { params: { id: this.id }, body: { version: this.version, ...body } })
    if (answer.status === 200) this.version = Saved.parse(answer.body).version
    return answer
  }

  async must<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const answer = await this.act(actor, route, body)
    if (answer.status !== 200) throw new Error(`${route.method} ${route.path}: ${JSON.stringify(answer.body)}`)
    return answer
  }

  async page(actor: Actor = staff.clerk): Promise<BenefitChangeDetail> {
    const { status, body } = await this.office.call(actor, routes.getBenefitChange, { params: { id: this.id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }

  /** The household as stored, with the head earning this much a month. */
  async fill(wagesFen: number, changed: (facts: NonNullable<BenefitChangeDetail['facts']>) => object = () => ({})): Promise<Answer<typeof routes.fillChangeFacts>> {
    const { facts } = await this.page()
    if (!facts) throw new RangeError('nothing to fill in')
    const { finances: _, ...sheet } = facts
    return this.must(staff.clerk, routes.fillChangeFacts, { ...sheet, meansCheck: { state: 'PASSED', concludedOn: '2025-09-29' }, ...someFinances(facts.members.map(({ id }) => id), wagesFen), ...changed(facts) })
  }

  /** Proposed by one, reviewed by another, confirmed by a third. */
  async decide(outcome: string, amountFen: number, months: object = {}): Promise<Answer<typeof routes.confirmChange>> {
    const opinion = '经核实，情况属实，同意'
    await this.must(staff.clerk, routes.proposeChange, { opinion, outcome, amountFen, ...months })
    await this.must(staff.reviewer, routes.reviewChange, { opinion, amountFen })
    return this.act(staff.approver, routes.confirmChange, { opinion, amountFen })
  }

  private async today(): Promise<string> {
    const [row] = await this.office.sql<{ on: string }>('select business_date::text as on from business_clock')
    return row?.on ?? ''
  }
}

export async function benefitOf(office: Office, name: string): Promise<{ id: string; household_id: string; state: string; to_month: string | null; amount_fen: string; version: number; recheck_on: string | null }> {
  const [row] = await office.sql<{ id: string; household_id: string; state: string; to_month: string | null; amount_fen: string; version: number; recheck_on: string | null }>(
    `select id, household_id, state, to_month, amount_fen, version, recheck_on::text from benefit where applicant_name = $1`,
    [name],
  )
  if (!row) throw new RangeError(`${name} is not in pay`)
  return row
}
