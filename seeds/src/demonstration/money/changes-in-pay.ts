import { addToMonth, monthOf, type Actor, type BenefitMonth, type Saved } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import type { ChangeGround, ChangeKind } from '@xishan/social-assistance-contract'
import { ConfirmChange, HandChangeOn, ProposeChange, ReportBenefitChange } from '@xishan/social-assistance-service'
import { accountNumber } from '../people'
import type { Draw } from '../random'
import { streetOf } from '../staff'
import { dayOf } from './month-of-pay'
import type { Past } from './past'

export interface InPay {
  id: string
  applicantName: string
  divisionCode: string
  amountFen: number
}

interface Change {
  kind: Extract<ChangeKind, 'ACCOUNT' | 'HOLD' | 'RESUME'>
  ground: ChangeGround
  source: 'HOUSEHOLD' | 'COMMUNITY' | 'MATCH'
  content: string
  /** How far it came: each step a working day after the one before. */
  goal: 'REPORTED' | 'PROPOSED' | 'REVIEWED' | 'CONFIRMED'
}

const WORDS = { propose: '经入户核实，情况属实，拟予变更。', review: '同意经办意见。', confirm: '同意变更。' } as const

/** What happened to households in pay, case by case through the hands of street and bureau. */
export class ChangesInPay {
  private readonly used = new Set<string>()
  private readonly held: { benefit: InPay; from: BenefitMonth }[] = []

  constructor(
    private readonly past: Past,
    private readonly draw: Draw,
  ) {}

  /** Some of whom nothing later is written: what changes them stays in the order of their days. */
  untouched(count: number, on: string, where = 'true'): Promise<InPay[]> {
    return this.some(count, on, `${where} and not exists (select from audit_entry e where e.subject_id in (b.id, h.id) and e.business_date >= '${on}')`)
  }

  /** Some who were in pay before this month, each chosen once. */
  async some(count: number, on: string, where = 'true'): Promise<InPay[]> {
    const found = await this.past.ask<InPay>(
      `select b.id, b.applicant_name as "applicantName", b.division_code as "divisionCode", b.amount_fen::float8 as "amountFen" from benefit b join household h on h.id = b.household_id
       where b.state = 'NORMAL' and b.to_month is null and b.from_month < $1 and not h.separately_registered and b.application_id is not null and not (b.id = any($2::uuid[])) and ${where}
       order by b.member_count desc, md5(b.number) limit ${count}`,
      [monthOf(on), [...this.used]],
    )
    for (const { id } of found) this.used.add(id)
    return found
  }

  /** The changes of an ordinary month, after its batch was signed. */
  async ofMonth(month: BenefitMonth): Promise<void> {
    const on = dayOf(month, 'export')
    const [doubtful, changed] = await this.untouched(2, on)
    if (changed) await this.play(changed, on, { kind: 'ACCOUNT', ground: 'CARD', source: 'HOUSEHOLD', content: '原银行卡磁条损坏，换发新卡', goal: 'CONFIRMED' })
    if (doubtful && month >= '2024-11' && month <= '2025-06') {
      await this.play(doubtful, on, { kind: 'HOLD', ground: 'DOUBTFUL', source: 'MATCH', content: '信息比对显示名下新增社保缴费记录，待核实', goal: 'CONFIRMED' })
      this.held.push({ benefit: doubtful, from: month })
    }
    const ended = this.held.findIndex(({ from }) => addToMonth(from, 2) === month)
    const [over] = ended < 0 ? [] : this.held.splice(ended, 1)
    if (over) await this.play(over.benefit, on, { kind: 'RESUME', ground: 'CLEARED', source: 'COMMUNITY', content: '经核实为他人误用身份信息，缓发原因消除', goal: 'CONFIRMED' })
  }

  /** Cases that wait on the desks of the first day, one for each hand. */
  async leaveOpen(month: BenefitMonth): Promise<void> {
    const on = dayOf(month, 'reconcile')
    for (const street of ['530112001', '530112002'])
      for (const [nth, benefit] of (await this.untouched(3, on, `b.division_code like '${street}%'`)).entries()) {
        const goal = (['REPORTED', 'PROPOSED', 'REVIEWED'] as const)[nth] ?? 'REPORTED'
        await this.play(benefit, on, { kind: 'ACCOUNT', ground: 'CARD', source: 'HOUSEHOLD', content: '银行卡遗失，已补办新卡', goal })
      }
  }

  /** Leaves these alone: something else is written of them. */
  spare(ids: readonly string[]): void {
    for (const id of ids) this.used.add(id)
  }

  async play({ id: benefitId, applicantName, divisionCode, amountFen }: InPay, on: string, { kind, ground, source, content, goal }: Change): Promise<void> {
    const { past } = this
    const street = streetOf(divisionCode)
    const account = kind === 'ACCOUNT' ? { account: { bank: '演示银行西山支行', number: accountNumber(this.draw.of(benefitId)), holder: applicantName } } : {}
    let day = on
    const step = async (who: (on: string) => Actor, act: (actor: Actor) => Promise<Saved>): Promise<Saved> => {
      const saved = await past.on(day, () => act(who(day)))
      day = calendar.addWorkingDays(day, 1)
      return saved
    }
    const clerk = (at: string) => past.staff.one('ST_CLERK', street, at)
    let saved = await step(clerk, (actor) => past.its(ReportBenefitChange).execute(actor, { benefitId, kind, ground, source, content, occurredOn: on, reportedOn: on, ...account }))
    if (goal === 'REPORTED') return
    const said = { amountFen }
    saved = await step(clerk, (actor) => past.its(ProposeChange).execute(actor, saved.id, { version: saved.version, opinion: WORDS.propose, outcome: 'CHANGE', fromMonth: null, lastMonth: null, ...said }))
    if (goal === 'PROPOSED') return
    saved = await step((at) => past.staff.one('ST_REVIEWER', street, at), (actor) => past.its(HandChangeOn).review(actor, saved.id, { version: saved.version, opinion: WORDS.review, ...said }))
    if (goal === 'REVIEWED') return
    await step((at) => past.bureau('BU_APPROVER', at), (actor) => past.its(ConfirmChange).confirm(actor, saved.id, { version: saved.version, opinion: WORDS.confirm, ...said }))
  }
}
