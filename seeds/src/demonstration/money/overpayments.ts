import { addDays, addToMonth, type BenefitMonth, type Saved } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import { AgreeOnRepayment, NotifyDebtor, OpenRecovery, RecordRepayment, StartCollection, TakeToCourt, WriteOff } from '@xishan/social-assistance-service'
import { streetOf } from '../staff'
import type { ChangesInPay, InPay } from './changes-in-pay'
import { dayOf } from './month-of-pay'
import type { Past } from './past'

type Goal = 'FOUND' | 'NOTIFIED' | 'AGREED' | 'OFFSETTING' | 'REPAYING' | 'SETTLED' | 'TO_COURT' | 'WRITTEN_OFF'

/** What inspections found, by the month in which they found it, and how far it has come since. */
const FOUND: Readonly<Record<BenefitMonth, readonly Goal[]>> = {
  '2025-02': ['SETTLED', 'OFFSETTING'], '2025-04': ['OFFSETTING', 'WRITTEN_OFF'], '2025-06': ['REPAYING', 'TO_COURT'], '2025-08': ['REPAYING', 'AGREED'], '2025-09': ['NOTIFIED', 'FOUND'],
}
const OVERPAID_FEN = 10_000
const MONTHS_OVERPAID = 3
const DUE_FEN = OVERPAID_FEN * MONTHS_OVERPAID
const YUAN = 100

export async function overpaymentsOf(past: Past, changes: ChangesInPay, month: BenefitMonth): Promise<void> {
  const goals = FOUND[month] ?? []
  const on = dayOf(month, 'export')
  // Twenty per cent of the pay are more than what is kept back of it each month.
  const people = await changes.some(goals.length, on, `b.amount_fen >= 60000 and b.from_month < '2024-06'`)
  for (const [nth, goal] of goals.entries()) {
    const benefit = people[nth]
    if (benefit) await new Overpayment(past, benefit, month, on).to(goal)
  }
}

/** One recovery, each step a few working days after the one before. */
class Overpayment {
  private saved: Saved = { id: '', version: 0 }

  constructor(
    private readonly past: Past,
    private readonly benefit: InPay,
    private readonly month: BenefitMonth,
    private on: string,
  ) {}

  async to(goal: Goal): Promise<void> {
    await this.find()
    if (goal === 'FOUND') return
    await this.notify()
    if (goal === 'NOTIFIED') return
    if (goal === 'TO_COURT') return this.toCourt()
    if (goal === 'WRITTEN_OFF') return this.writeOff()
    await this.agree(goal === 'OFFSETTING' ? 'OFFSET' : 'REPAY')
    if (goal === 'AGREED') return
    await this.start(goal === 'OFFSETTING' ? 'offsetting' : 'repaying')
    if (goal === 'OFFSETTING') return
    await this.repay(goal === 'SETTLED' ? DUE_FEN : OVERPAID_FEN)
  }

  private async step(act: (on: string) => Promise<Saved>): Promise<void> {
    this.saved = await this.past.on(this.on, () => act(this.on))
    this.on = calendar.addWorkingDays(this.on, 2)
  }

  private get at(): { version: number } {
    return { version: this.saved.version }
  }

  private find(): Promise<void> {
    const months = Array.from({ length: MONTHS_OVERPAID }, (_, back) => ({ month: addToMonth(this.month, back - MONTHS_OVERPAID), overpaidFen: OVERPAID_FEN }))
    const ground = '专项检查发现：家庭成员已就业，未按规定报告，经核实三个月多发'
    return this.step((on) => this.past.its(OpenRecovery).execute(this.past.bureau('BU_HEAD', on), { benefitId: this.benefit.id, cause: 'LATE_EVENT', ground, months }))
  }

  private notify(): Promise<void> {
    return this.step((on) => this.past.its(NotifyDebtor).execute(this.clerk(on), this.saved.id, { ...this.at, deliveredOn: on, way: 'IN_PERSON', receivedBy: this.benefit.applicantName }))
  }

  private agree(way: 'OFFSET' | 'REPAY'): Promise<void> {
    return this.step((on) => {
      const instalments = way === 'OFFSET' ? [] : Array.from({ length: MONTHS_OVERPAID }, (_, nth) => ({ dueOn: addDays(on, 30 * (nth + 1)), amountFen: OVERPAID_FEN }))
      const monthlyOffsetFen = way === 'OFFSET' ? 50 * YUAN : null
      return this.past.its(AgreeOnRepayment).execute(this.clerk(on), this.saved.id, { ...this.at, way, agreedOn: on, monthlyOffsetFen, instalments, remark: '本人认可多发事实，同意按此归还' })
    })
  }

  private start(way: 'offsetting' | 'repaying'): Promise<void> {
    return this.step((on) => this.past.its(StartCollection)[way](this.past.bureau('BU_HEAD', on), this.saved.id, { ...this.at, opinion: '同意' }))
  }

  private repay(amountFen: number): Promise<void> {
    return this.step((on) => this.past.its(RecordRepayment).execute(this.past.bureau('FINANCE', on), this.saved.id, { ...this.at, amountFen, receipt: `演示收据${on.replaceAll('-', '')}`, paidOn: on }))
  }

  private toCourt(): Promise<void> {
    return this.step((on) => this.past.its(TakeToCourt).execute(this.past.bureau('BU_APPROVER', on), this.saved.id, { ...this.at, court: '昆明市西山区人民法院', reason: '经两次催告仍不归还' }))
  }

  private writeOff(): Promise<void> {
    return this.step((on) =>
      this.past.its(WriteOff).execute(this.past.bureau('DIRECTOR', on), this.saved.id, { ...this.at, opinion: '债务人已无偿还能力，同意核销', document: '演示·西财〔2025〕7号', documentOn: on }),
    )
  }

  private clerk(on: string) {
    return this.past.staff.one('ST_CLERK', streetOf(this.benefit.divisionCode), on)
  }
}
