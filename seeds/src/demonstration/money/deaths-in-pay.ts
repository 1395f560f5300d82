import { addDays, addToMonth, monthOf, type BenefitMonth, type Saved } from '@xishan/domain'
import { calendar, serviceActor } from '@xishan/service-kit'
import type { ChangeFacts } from '@xishan/social-assistance-contract'
import {
  AgreeOnRepayment, DeathTaskDesk, DecideClaim, NotifyDebtor, RecordRepayment, StartCollection, WatchDeaths,
} from '@xishan/social-assistance-service'
import type { ClaimGoal, Mortal } from '../mortals'
import { streetOf } from '../staff'
import type { ChangesInPay } from './changes-in-pay'
import { decideChange, factsOfChange, fillIn } from './decide-change'
import { dayOf } from './month-of-pay'
import type { Past } from './past'

interface Of {
  id: string
  version: number
  deathId: string
  divisionCode: string
}

const REACHED: readonly ClaimGoal[] = ['PROPOSED', 'FOUND', 'NOTIFIED', 'AGREED', 'REPAYING', 'SETTLED']

/** What street and bureau made of what deaths left on their desks, a month at a time. */
export class DeathsInPay {
  private readonly mortals: ReadonlyMap<string, Mortal>

  constructor(
    private readonly past: Past,
    private readonly changes: ChangesInPay,
    mortals: readonly Mortal[],
  ) {
    this.mortals = new Map(mortals.map((mortal) => [mortal.deathId, mortal]))
  }

  async ofMonth(month: BenefitMonth): Promise<void> {
    const on = dayOf(month, 'answer')
    for (const stop of await this.waiting('STOPPED', `select c.id, c.version, x.death_id as "deathId", c.division_code as "divisionCode" from benefit_change c join death_effect x on x.kind = 'STOP' and c.id = any(x.refs) where c.state = 'REPORTED' and x.reversed_on is null`))
      await this.stop(stop, on)
    for (const task of await this.waiting('RECHECKED', `select t.id, t.version, t.death_id as "deathId", t.division_code as "divisionCode" from death_task t where t.kind = 'RECHECK' and t.state = 'AT_STREET'`)) await this.recheck(task, on)
    for (const claim of await this.waiting('STOPPED', `select r.id, r.version, r.cause_id as "deathId", r.division_code as "divisionCode" from recovery r where r.cause_kind = 'DEATH' and r.state = 'PROPOSED'`)) await this.claim(claim, on)
  }

  /** The day's look at what has arrived since for somebody who had died. */
  watch(on: string): Promise<void> {
    return this.past.on(on, () => this.past.its(WatchDeaths).run(on, serviceActor('social-assistance')))
  }

  private async waiting(goal: Mortal['goal'], sql: string): Promise<Of[]> {
    return (await this.past.ask<Of>(`${sql} order by 1`)).filter(({ deathId }) => this.mortals.get(deathId)?.goal === goal)
  }

  private clerk(divisionCode: string, on: string) {
    return this.past.staff.one('ST_CLERK', streetOf(divisionCode), on)
  }

  private async stop({ id, version, deathId, divisionCode }: Of, on: string): Promise<void> {
    const lastMonth = monthOf(this.mortals.get(deathId)?.diedOn ?? on)
    await decideChange(this.past, { id, version, divisionCode }, on, { outcome: 'STOP', amountFen: 0, fromMonth: null, lastMonth }, '家属')
  }

  /** The survivors' new amount by the rules; a card in the dead person's name is changed before. */
  private async recheck({ id, version, deathId, divisionCode }: Of, on: string): Promise<void> {
    const { past } = this
    await this.changeCard(deathId, divisionCode, on)
    const day = calendar.addWorkingDays(on, 4)
    const clerk = this.clerk(divisionCode, day)
    const task = await past.on(day, () => past.its(DeathTaskDesk).recompute(clerk, id, { version, opinion: '按现有成员复核。' }))
    const [change] = await past.ask<{ id: string; version: number }>(
      `select c.id, c.version from benefit_change c join death_task t on t.benefit_id = c.benefit_id where t.id = $1 and c.ground = 'DEATH' and c.kind = 'RECOMPUTE' and c.state = 'REPORTED'`,
      [id],
    )
    if (!change) throw new RangeError('no change was reported')
    const facts = without(await factsOfChange(past, change.id), this.mortals.get(deathId)?.person.name ?? '')
    const { version: filled, assessment } = await fillIn(past, { ...change, divisionCode }, day, facts)
    await decideChange(past, { id: change.id, version: filled, divisionCode }, day, { outcome: 'CHANGE', amountFen: assessment.amountFen, fromMonth: addToMonth(monthOf(day), 1), lastMonth: null }, '家属')
    const done = calendar.addWorkingDays(day, 4)
    await past.on(done, () => past.its(DeathTaskDesk).finishRecheck(this.clerk(divisionCode, done), id, { version: task.version, opinion: '已按现有成员核定，复核完毕。' }))
  }

  private async changeCard(deathId: string, divisionCode: string, on: string): Promise<void> {
    const { past } = this
    const [task] = await past.ask<{ id: string; version: number; benefitId: string; amountFen: number; holder: string }>(
      `select t.id, t.version, t.benefit_id as "benefitId", b.amount_fen::float8 as "amountFen", (select m.name from benefit_member m where m.benefit_id = b.id and m.to_month is null and m.name <> h.account_holder order by m.relation limit 1) as holder
       from death_task t join benefit b on b.id = t.benefit_id join household h on h.id = b.household_id where t.death_id = $1 and t.kind = 'CARD_CHANGE' and t.state = 'AT_STREET'`,
      [deathId],
    )
    if (!task) return
    await this.changes.play({ id: task.benefitId, applicantName: task.holder, divisionCode, amountFen: task.amountFen }, on, { kind: 'ACCOUNT', ground: 'DEATH', source: 'HOUSEHOLD', content: '收款账户为已故成员账户，改为在世成员账户', goal: 'CONFIRMED' })
    const day = calendar.addWorkingDays(on, 4)
    await past.on(day, () => past.its(DeathTaskDesk).changeCard(this.clerk(divisionCode, day), task.id, { version: task.version, opinion: '已改为在世成员账户，缓发部分补发。' }))
  }

  private async claim({ id, version, deathId, divisionCode }: Of, from: string): Promise<void> {
    const { past } = this
    const goal = REACHED.indexOf(this.mortals.get(deathId)?.claim ?? 'PROPOSED')
    const [{ fen = 0 } = {}] = await past.ask<{ fen: number }>(`select due_fen::float8 as fen from recovery where id = $1`, [id])
    let on = from
    let saved: Saved = { id, version }
    const steps: ((day: string, at: { version: number }) => Promise<Saved>)[] = [
      (day, at) => past.its(DecideClaim).claim(past.bureau('BU_HEAD', day), id, { ...at, opinion: '死亡后仍发放的保障金应予追回。', amounts: [] }),
      (day, at) => past.its(NotifyDebtor).execute(this.clerk(divisionCode, day), id, { ...at, deliveredOn: day, way: 'IN_PERSON', receivedBy: '继承人' }),
      (day, at) => past.its(AgreeOnRepayment).execute(this.clerk(divisionCode, day), id, { ...at, way: 'REPAY', agreedOn: day, monthlyOffsetFen: null, instalments: [{ dueOn: addDays(day, 30), amountFen: fen }], remark: '继承人同意一次退回' }),
      (day, at) => past.its(StartCollection).repaying(past.bureau('BU_HEAD', day), id, { ...at, opinion: '同意' }),
      (day, at) => past.its(RecordRepayment).execute(past.bureau('FINANCE', day), id, { ...at, amountFen: fen, receipt: `演示收据${day.replaceAll('-', '')}`, paidOn: day }),
    ]
    for (const step of steps.slice(0, goal)) {
      const day = on
      saved = await past.on(day, () => step(day, { version: saved.version }))
      on = calendar.addWorkingDays(on, 2)
    }
  }
}

/** The household as it is without one of it; whoever comes first is its head where nobody is. */
function without({ members, finances, ...rest }: ChangeFacts, name: string): ChangeFacts {
  const living = members.filter((member) => member.name !== name)
  const ids = living.map(({ id }) => id)
  const lives = ({ memberId }: { memberId: string }): boolean => ids.includes(memberId)
  const hasHead = living.some(({ relation }) => relation === '0')
  return {
    ...rest,
    members: living.map((member, nth) => (hasHead || nth > 0 ? member : { ...member, relation: '0' })),
    finances: { lookBackTo: finances.lookBackTo, examined: finances.examined.filter(lives), incomes: finances.incomes.filter(lives), deductions: finances.deductions.filter(lives), properties: finances.properties.filter(lives) },
  }
}
