import { addDays, type Actor, type Role } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import type { MemberFacts, WindowFields } from '@xishan/social-assistance-contract'
import type { CaseHistory } from './case-history'
import * as steps from './steps'
import { factsOf } from './circumstances'
import { idAt, momentOf } from './identifiers'
import { financesOf } from './means'
import type { PlannedHousehold } from './households'
import { accountNumber, phoneNumber } from './people'
import { streetOf, type Staff } from './staff'
import { answersOf, OPINIONS, surveyOf } from './wording'

/** The straight way, in order. */
export const MILESTONES = ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'INVESTIGATING', 'COUNTERSIGNING', 'OPINION', 'SIGNING', 'POSTING', 'UPWARDS', 'AUDITED', 'SIGNED', 'CONFIRMED'] as const
export type Milestone = (typeof MILESTONES)[number]

/** Working days from one milestone to the next; the posting runs its own time, then this many more. */
export type Pace = Record<Exclude<Milestone, 'DRAFT' | 'COUNTERSIGNING'> | 'CHECKED' | 'SURVEYED', number>

export const STEADY: Pace = { SUBMITTED: 0, ACCEPTED: 1, INVESTIGATING: 1, CHECKED: 3, SURVEYED: 2, OPINION: 1, SIGNING: 1, POSTING: 1, UPWARDS: 0, AUDITED: 2, SIGNED: 1, CONFIRMED: 1 }

/** Who types the sheet of a family in an application, and what differs from its plain self. */
export interface Changed {
  window?: Partial<WindowFields>
  /** Facts of the head beside those of the family. */
  head?: Partial<MemberFacts>
}

/** A planned household on its way through the offices. */
export class Walk {
  /** The last day on which something happened. */
  on: string
  readonly memberIds: string[]
  private reached = -1

  constructor(
    readonly history: CaseHistory,
    readonly household: PlannedHousehold,
    private readonly staff: Staff,
    private readonly pace: Pace = STEADY,
    private readonly changed: Changed = {},
    private readonly pair = household.draw.of('pair').int(0, 1),
  ) {
    this.on = household.on
    const draw = household.draw
    this.memberIds = household.family.members.map((_, at) => idAt(momentOf(household.on, 560), draw.of(`member ${at}`)))
  }

  /** The holder of a post of the case's street or of the bureau on the walk's present day. */
  who(role: Role): Actor {
    const community = this.household.place.community
    if (role === 'COMMUNITY') return this.staff.one(role, community, this.on)
    if (role.startsWith('ST_')) return this.staff.one(role, streetOf(community), this.on)
    return this.staff.one(role, '530112', this.on)
  }

  /** The clerk who handles the case, and the other one of the pair. */
  clerk(which: 'handler' | 'second' = 'handler'): Actor {
    const clerks = this.staff.all('ST_CLERK', streetOf(this.household.place.community), this.on)
    const found = clerks[(this.pair + (which === 'second' ? 1 : 0)) % clerks.length]
    if (!found) throw new RangeError('a street without clerks')
    return found
  }

  /** Begins with a draft that somebody else than the clerk typed. */
  asDraftOf(role: Role): void {
    steps.createDraft(this.history, this.by(this.who(role)), this.window())
    this.reached = MILESTONES.indexOf('DRAFT')
  }

  by(actor: Actor): steps.By {
    return { actor, on: this.on }
  }

  /** Lets working days pass. */
  after(workingDays: number): this {
    this.on = calendar.addWorkingDays(this.on, workingDays)
    return this
  }

  private said(about: keyof typeof OPINIONS): string {
    return this.history.draw.pick<string>(OPINIONS[about])
  }

  /** Goes the straight way up to a milestone; `on` happens when one of them is reached. */
  to(goal: Milestone, on: Partial<Record<Milestone, (walk: Walk) => void>> = {}): this {
    const way = MILESTONES.slice(this.reached + 1, MILESTONES.indexOf(goal) + 1)
    for (const milestone of way) {
      this.reach(milestone)
      this.reached = MILESTONES.indexOf(milestone)
      on[milestone]?.(this)
    }
    return this
  }

  /** Goes back on the straight way, as after an objection. */
  backTo(milestone: Milestone): this {
    this.reached = MILESTONES.indexOf(milestone)
    return this
  }

  private reach(milestone: Milestone): void {
    const { history, pace } = this
    switch (milestone) {
      case 'DRAFT':
        return steps.createDraft(history, this.by(this.clerk()), this.window())
      case 'SUBMITTED':
        return steps.submit(history, this.after(pace.SUBMITTED).by(this.clerk()))
      case 'ACCEPTED':
        return steps.accept(history, this.after(pace.ACCEPTED).by(this.clerk()))
      case 'INVESTIGATING':
        return this.begin()
      case 'COUNTERSIGNING':
        return this.investigate()
      case 'OPINION':
        return this.sureOfCheck(() => steps.countersign(history, this.after(pace.OPINION).by(this.clerk('second'))))
      case 'SIGNING':
        return steps.giveOpinion(history, this.after(pace.SIGNING).by(this.who('ST_REVIEWER')), this.said('review'))
      case 'POSTING':
        return steps.signOpinion(history, this.after(pace.POSTING).by(this.who('ST_LEADER')), this.said('sign'))
      case 'UPWARDS':
        return this.outlivePosting()
      case 'AUDITED':
        return history.application.delegated ? undefined : steps.handOn(history, this.after(pace.AUDITED).by(this.who('BU_CLERK')), 'audit', this.said('audit'))
      case 'SIGNED':
        return history.application.delegated ? undefined : steps.handOn(history, this.after(pace.SIGNED).by(this.who('BU_HEAD')), 'sign', this.said('head'))
      case 'CONFIRMED':
        return void steps.confirm(history, this.after(pace.CONFIRMED).by(this.who(history.application.delegated ? 'ST_LEADER' : 'BU_APPROVER')), this.said('confirm'))
    }
  }

  window(): WindowFields {
    const { place, family } = this.household
    const [head] = family.members
    if (!head) throw new RangeError('a family without members')
    return {
      applicantName: head.person.name,
      document: head.person.document,
      phone: phoneNumber(this.household.draw.of('phone')),
      divisionCode: place.community,
      hukouDivisionCode: streetOf(place.community),
      residence: place.residence,
      address: place.address,
      memberCount: family.members.length,
      hardship: family.hardship,
      staffRelative: false,
      agent: null,
      ...this.changed.window,
    }
  }

  /** Household sheet, way of entry and finances. */
  fillSheet(): void {
    const { history } = this
    const { place, family, draw } = this.household
    const facts = family.members.map((member, at) => ({ ...factsOf(member, this.memberIds[at] ?? ''), ...(at === 0 ? this.changed.head : {}) }))
    const members = facts.map((each, at) => (at === 0 ? each : { ...each, document: family.members[at]?.person.document }))
    const account = { bank: '演示银行西山支行', number: accountNumber(draw.of('account')), holder: facts[0]?.name ?? '' }
    const { community: divisionCode, residence, address } = place
    steps.fillHousehold(history, this.by(this.clerk()), { divisionCode, hukouDivisionCode: streetOf(divisionCode), residence, address, members, account })
    if (family.entry === 'SINGLE') steps.chooseSingle(history, this.by(this.clerk()), this.memberIds[0] ?? '')
    steps.fillFinances(history, this.by(this.clerk()), this.finances())
  }

  /** What the family lives on, looked into today. @param lookBackTo the last month whose income counts */
  finances(lookBackTo = steps.lookBackOf(this.household.on)) {
    const { place, family, draw } = this.household
    return financesOf(family.means, { memberIds: this.memberIds, seenOn: this.on, lookBackTo, address: place.address }, draw.of('means'))
  }

  private begin(): void {
    const { history, pace } = this
    this.after(pace.INVESTIGATING).fillSheet()
    for (const kind of ['CHECK_AUTHORISATION', 'COMMITMENT'] as const) history.file(kind, this.by(this.clerk()))
    steps.startInvestigation(history, this.by(this.clerk()))
  }

  private investigate(): void {
    const { history, household, pace } = this
    this.after(pace.SURVEYED)
    history.file('SURVEY_RECORD', this.by(this.clerk()))
    steps.investigate(history, this.by(this.clerk()), surveyOf(household.family, this.on, household.place.address, household.draw.of('survey')))
  }

  /** The check centre's part, unless it was done before. */
  passCheck(): this {
    const { history, household } = this
    steps.enterAnswers(history, this.by(this.who('CHECKER')), answersOf(this.memberIds, household.family.means, this.on))
    steps.concludeCheck(history, this.by(this.who('CHECKER')), true, '各项核对与申报一致')
    return this
  }

  /** The check's days pass beside those of the survey; without it there is no opinion. */
  private sureOfCheck(then: () => void): void {
    const { check } = this.history
    if (check?.state === 'REQUESTED' || check?.state === 'CHECKING') this.after(Math.max(0, this.pace.CHECKED - this.pace.SURVEYED)).passCheck()
    then()
  }

  /** The community photographs the sheet; the day after the last the case goes up. */
  photograph(): this {
    const worker = this.who('COMMUNITY')
    const isKept = this.history.application.relatedAccountIds.includes(worker.id)
    this.history.file('POSTING_PHOTO', this.by(isKept ? this.clerk() : worker))
    return this
  }

  private outlivePosting(): void {
    const { history, pace } = this
    if (!history.attachments.some(({ kind, on }) => kind === 'POSTING_PHOTO' && on >= (history.postings.at(-1)?.startsOn ?? ''))) this.photograph()
    this.on = calendar.onOrAfter(steps.dayAfterPosting(history))
    steps.submitUpwards(history, this.after(pace.UPWARDS).by(this.who('ST_REVIEWER')))
  }
}

/** The day on which the straight way, begun on `start`, reaches a milestone. */
export function arrival(start: string, goal: Milestone, pace: Pace): string {
  let on = start
  const pass = (days: number) => {
    on = calendar.addWorkingDays(on, days)
  }
  for (const milestone of MILESTONES.slice(1, MILESTONES.indexOf(goal) + 1)) {
    if (milestone === 'COUNTERSIGNING') pass(pace.SURVEYED)
    else if (milestone === 'OPINION') pass(Math.max(0, pace.CHECKED - pace.SURVEYED) + pace.OPINION)
    else if (milestone === 'UPWARDS') {
      on = calendar.onOrAfter(addDays(calendar.due(on, { count: 7, unit: 'days' }), 1))
      pass(pace.UPWARDS)
    } else if (milestone !== 'DRAFT') pass(pace[milestone])
  }
  return on
}
