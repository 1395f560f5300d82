import { addDays, addToMonth, firstDayOf, monthOf, monthRange, nextState, type BenefitMonth } from '@xishan/domain'
import { calendar, serviceActor } from '@xishan/service-kit'
import { PARAMETER, benefitChangeLifecycle, changePapers, remedyText, type BenefitChangeAction, type ChangeGround, type ChangeOutcome } from '@xishan/social-assistance-contract'
import { BenefitChange, ChangeDelivery } from '@xishan/social-assistance-service'
import { rowOf, type Row } from './archive'
import type { CaseHistory } from './case-history'
import { bookOn } from './demonstration-parameters'
import { entitled, HOUSEHOLDS_BY_SIZE, WAVE_DAYS, type PlannedHousehold } from './households'
import { dayOf, MONTHS } from './money/month-of-pay'
import type { People } from './people'
import { Places, streets } from './places'
import type { Draw } from './random'
import { streetOf, type Staff } from './staff'

/** The plan counts 3,478 households out of pay from 2016 to the end of 2019: 72 a month. */
export const EXITS_A_MONTH = 72
/** Of them those who found work and were paid to a set month. */
const GRADUAL_A_MONTH = 8
const EXIT_MONTHS = 6
/** The last month of those who leave pay with it, and of those who leave it step by step beyond it. */
const LAST_MONTH: BenefitMonth = '2025-09'

/** When and why a household leaves pay. */
export interface Leaving {
  kind: 'STOP' | 'GRADUAL_EXIT'
  ground: ChangeGround
  content: string
  reportedOn: string
  lastMonth: BenefitMonth
}

export type Leaver = PlannedHousehold & { leaving: Leaving }

const STOPS: readonly (readonly [Pick<Leaving, 'ground' | 'content'>, number])[] = [
  [{ ground: 'INCOME', content: '复核发现家庭成员收入增加，人均月收入已超过保障标准' }, 38],
  [{ ground: 'VOLUNTARY', content: '家庭生活好转，书面申请退出保障' }, 22],
  [{ ground: 'OTHER_SCHEME', content: '已转为特困人员救助供养' }, 14],
  [{ ground: 'MOVED_OUT', content: '户籍迁出本区，已办理迁移' }, 14],
  [{ ground: 'PROPERTY', content: '信息核对发现新购机动车辆，家庭财产超过规定' }, 8],
  [{ ground: 'NOT_COOPERATING', content: '经书面通知两次，拒不配合复核' }, 4],
]
const WORK: Pick<Leaving, 'ground' | 'content'> = { ground: 'JOB_FOUND', content: '家庭成员已稳定就业，人均月收入超过保障标准，按规定渐退' }

function drawLeaving(draw: Draw, lastMonth: BenefitMonth, isGradual: boolean): Leaving {
  if (!isGradual) return { kind: 'STOP', ...draw.weighted(STOPS), lastMonth, reportedOn: calendar.addWorkingDays(dayOf(lastMonth, 'export'), draw.int(1, 4)) }
  const told = addToMonth(lastMonth, 1 - draw.int(4, EXIT_MONTHS - 1))
  return { kind: 'GRADUAL_EXIT', ...WORK, lastMonth, reportedOn: calendar.addWorkingDays(calendar.onOrAfter(firstDayOf(told)), draw.int(5, 8)) }
}

/** Households that were in pay and left it in one of the months that were paid, beside those who are still in pay. */
export function planLeavers(people: People, draw: Draw): Leaver[] {
  const places = new Places('2025-09-30', draw.of('places'))
  const sizes = Object.entries(HOUSEHOLDS_BY_SIZE).map(([size, count]) => [Number(size), count] as const)
  const shares = streets.map((street) => [street, street.households] as const)
  return MONTHS.filter((month) => month < LAST_MONTH).flatMap((month) =>
    Array.from({ length: EXITS_A_MONTH }, (_, nth): Leaver => {
      const own = draw.of(`${month} ${nth}`)
      const household = entitled({ nth, place: places.in(own.weighted(shares)), on: own.pick(WAVE_DAYS), size: own.weighted(sizes) }, people, own)
      return { ...household, leaving: drawLeaving(own, month, nth < GRADUAL_A_MONTH) }
    }),
  )
}

/** Of the households in pay those whose last month is the present one, and those who are paid for some months yet. */
export function leavingNow(households: readonly PlannedHousehold[], draw: Draw): Map<PlannedHousehold, Leaving> {
  const candidates = draw.shuffled(households.filter(({ on, family }) => on < '2024-01-01' && family.entry === 'HOUSEHOLD'))
  const months = [...Array.from({ length: EXITS_A_MONTH }, () => LAST_MONTH), ...monthRange('2025-10', '2025-12').flatMap((month) => Array.from({ length: 3 }, () => month))]
  return new Map(months.flatMap((month, nth) => (candidates[nth] ? [[candidates[nth], drawLeaving(draw.of(nth), month, month > LAST_MONTH || nth < GRADUAL_A_MONTH)] as const] : [])))
}

const WORDS = { propose: '经核实，情况属实，拟予办理。', review: '同意经办意见。', confirm: '审核确认，按规定办理。' } as const
const TODAY = '2025-09-30'

/** From the report to the notice, as street and bureau took it: the rows that the use cases of a change leave. */
export class LeavingHistory {
  private readonly change = new BenefitChange()
  private readonly taken: { action: string; actorId: string }[] = []
  private on: string

  constructor(
    private readonly history: CaseHistory,
    private readonly staff: Staff,
    private readonly leaving: Leaving,
  ) {
    this.on = leaving.reportedOn
  }

  play(): void {
    const { history, change, leaving } = this
    const { benefit, office } = history
    if (!benefit) throw new RangeError('nobody in pay leaves it')
    const { archive } = office
    const { kind, ground, content, lastMonth } = leaving
    const act = history.act(this.clerk(), this.on)
    Object.assign(change, {
      id: archive.id(act.at), number: archive.number('SAC', act.on), divisionCode: benefit.divisionCode, benefitId: benefit.id, householdId: benefit.householdId, applicantName: benefit.applicantName, kind, ground, source: 'COMMUNITY', content,
      occurredOn: addDays(this.on, -history.draw.int(3, 20)), reportedOn: this.on, reportedBy: act.actor.name, beforeFen: benefit.amountFen, state: benefitChangeLifecycle.initial, stateSince: this.on,
    })
    change.enter(this.on, bookOn(this.on))
    this.save('report', null, act, { opinion: content, input: { kind, ground, source: change.source, occurredOn: change.occurredOn } })
    const outcome: ChangeOutcome = kind
    const amountFen = kind === 'STOP' ? 0 : benefit.amountFen
    Object.assign(change, { outcome, proposedFen: amountFen })
    this.take('propose', this.clerk(), 2, { opinion: WORDS.propose, amountFen, outcome, fromMonth: null, lastMonth }, () => Object.assign(change, { lastMonth, fromMonth: addToMonth(lastMonth, 1) }))
    this.take('review', this.staff.one('ST_REVIEWER', streetOf(benefit.divisionCode), this.on), 1, { opinion: WORDS.review, amountFen })
    this.take('confirm', this.staff.one('BU_APPROVER', '530112', this.on), 2, { opinion: WORDS.confirm, amountFen }, () => this.confirm())
    this.deliver()
    this.end()
    archive.add('benefit_change', rowOf(change))
    history.closeBenefit()
  }

  private clerk() {
    return this.staff.one('ST_CLERK', streetOf(this.history.benefit?.divisionCode ?? ''), this.on)
  }

  private take(action: BenefitChangeAction, actor: Parameters<CaseHistory['act']>[0], after: number, input: Row & { opinion: string }, effect?: () => void): void {
    const { change, history } = this
    this.on = calendar.addWorkingDays(this.on, after)
    const act = history.act(actor, this.on)
    const from = change.state
    const to = nextState(benefitChangeLifecycle, action, { state: from, steps: this.taken }, actor)
    if (action === 'confirm') change.decide(this.on, actor.name, input.opinion)
    effect?.()
    Object.assign(change, { state: to, stateSince: from === to ? change.stateSince : this.on })
    change.enter(this.on, bookOn(this.on))
    this.save(action, from, act, { opinion: input.opinion, input })
  }

  private save(action: string, from: string | null, act: ReturnType<CaseHistory['act']>, record: { opinion: string; input: Row }): void {
    const { archive } = this.history.office
    archive.save(this.change, 'benefit_change', action, act)
    this.taken.push({ action, actorId: act.actor.id })
    archive.step(this.change, 'benefit_change', this.taken.length, { action, from, to: this.change.state }, act, record)
  }

  private confirm(): void {
    const { change, history, leaving: { kind, lastMonth } } = this
    const { benefit, office } = history
    const book = bookOn(this.on)
    change.remedy = remedyText(book.number(PARAMETER.reviewDays), book.number(PARAMETER.lawsuitMonths))
    if (!benefit) return
    benefit.toMonth = lastMonth
    if (kind === 'GRADUAL_EXIT') benefit.state = 'GRADUAL_EXIT'
    office.archive.save(benefit, 'benefit', kind === 'STOP' ? 'stop' : 'gradualExit', history.act(this.staff.one('BU_APPROVER', '530112', this.on), this.on), { change: change.number })
  }

  /** The notice reached the household. */
  private deliver(): void {
    const { change, history } = this
    this.on = calendar.addWorkingDays(this.on, 1)
    const act = history.act(this.clerk(), this.on)
    const [paper = 'STOP_NOTICE'] = changePapers(change)
    const delivery = { id: history.office.archive.id(act.at), changeId: change.id, divisionCode: change.divisionCode, paper, deliveredOn: this.on, way: 'IN_PERSON', receivedBy: change.applicantName, recordedBy: act.actor.name }
    history.office.archive.add('change_delivery', rowOf(Object.assign(new ChangeDelivery(), delivery)))
    history.office.archive.save(change, 'benefit_change', 'recordDelivery', act, { paper, deliveredOn: this.on })
  }

  /** The day after its last month the benefit ends by itself (`EndOfPay`). */
  private end(): void {
    const { history, leaving: { lastMonth } } = this
    const { benefit, office } = history
    if (!benefit || lastMonth >= monthOf(TODAY)) return
    const on = calendar.onOrAfter(firstDayOf(addToMonth(lastMonth, 1)))
    const reason = benefit.state === 'GRADUAL_EXIT' ? '渐退期满' : '停发'
    Object.assign(benefit, { state: 'STOPPED', recheckOn: null })
    for (const paid of history.paid) paid.toMonth ??= lastMonth
    office.archive.save(benefit, 'benefit', 'stop', history.act({ ...serviceActor('social-assistance'), name: '系统（social-assistance）' }, on), { reason })
  }
}
