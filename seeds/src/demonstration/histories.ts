import { addDays, addMonths, ageOn, monthAfter, monthOf } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { BenefitAmount, type Benefit } from '@xishan/social-assistance-service'
import { CaseHistory, type Office } from './case-history'
import * as steps from './steps'
import { bookOn } from './demonstration-parameters'
import { recordEarlier } from './earlier-benefits'
import { WAVE, type PlannedHousehold } from './households'
import { LeavingHistory, type Leaving } from './leavers'
import type { Draw } from './random'
import type { Script } from './scene'
import { streetOf, type Staff } from './staff'
import { Walk, type Pace } from './walk'

/** Within every term of the law, now quicker, now slower. */
const paceOf = (draw: Draw): Pace => {
  const SURVEYED = draw.int(1, 5)
  return {
    SUBMITTED: 0,
    ACCEPTED: draw.int(0, 2),
    INVESTIGATING: draw.int(1, 3),
    SURVEYED,
    CHECKED: Math.max(SURVEYED, draw.int(2, 6)),
    OPINION: draw.int(0, 1),
    SIGNING: draw.int(1, 2),
    POSTING: draw.int(0, 2),
    UPWARDS: draw.int(0, 1),
    AUDITED: draw.int(1, 4),
    SIGNED: draw.int(0, 2),
    CONFIRMED: draw.int(0, 2),
  }
}

/** Share of the households looked into anew that had been in pay before. */
const LONG_IN_PAY = 0.94
/** Share of the re-checks that wait for the street. */
const LATE = 0.03

/** A household that was confirmed, was told so, and has been re-checked since; its benefit is not closed yet. */
export function historyInPay(household: PlannedHousehold, office: Office, staff: Staff, until: string): CaseHistory {
  const draw = household.draw.of('history')
  const history = new CaseHistory(office, draw)
  const walk = new Walk(history, household, staff, paceOf(draw)).to('CONFIRMED')
  steps.deliver(history, walk.after(draw.int(0, 2)).by(walk.clerk()), 'CONFIRMATION_NOTICE')
  if (household.on <= WAVE.to && draw.chance(LONG_IN_PAY)) recordEarlier(history, walk)
  recheck(history, staff, draw.chance(LATE) ? addDays(until, -45) : until)
  history.closeCase()
  return history
}

/** A household that is in pay, as it stands today. */
export function confirmedHistory(household: PlannedHousehold, office: Office, staff: Staff, today: string): CaseHistory {
  const history = historyInPay(household, office, staff, today)
  history.closeBenefit()
  return history
}

/** In pay, and out of it again: two parts, for other households come and go between them. */
export function leavingScripts(household: PlannedHousehold, leaving: Leaving, office: Office, staff: Staff): Script[] {
  let history: CaseHistory | undefined
  const begin = (): CaseHistory => {
    history = historyInPay(household, office, staff, leaving.reportedOn)
    return history
  }
  const end = (): CaseHistory => {
    const begun = history ?? begin()
    new LeavingHistory(begun, staff, leaving).play()
    return begun
  }
  return [{ on: household.on, play: begin }, { on: leaving.reportedOn, play: end }]
}

/**
 * The periodic re-checks up to a day: the household as it was, only older. Where age has changed what the rules give, the amount
 * follows from the next month; else it stays (57号 §31).
 */
function recheck(history: CaseHistory, staff: Staff, until: string): void {
  const { benefit, office, application } = history
  if (!benefit) return
  let before = application.decidedOn ?? ''
  for (;;) {
    const on = benefit.recheckOn === null ? null : calendar.onOrAfter(benefit.recheckOn)
    if (on === null || on > until) return
    const act = history.act(staff.one('ST_REVIEWER', streetOf(benefit.divisionCode), on), on)
    benefit.recheckOn = addMonths(on, bookOn(on).number(PARAMETER.recheck[benefit.category]))
    if (comeOfAge(history, before, on)) adjust(history, benefit, on)
    office.archive.save(benefit, 'benefit', 'recheck', act)
    before = on
  }
}

/** Whether somebody has passed an age that the rules look at. */
function comeOfAge({ members }: CaseHistory, from: string, to: string): boolean {
  const ages = [PARAMETER.elderlyAge, PARAMETER.minorAge].map((key) => bookOn(to).number(key))
  return members.some(({ birthDate }) => ages.some((age) => ageOn(birthDate, from) < age && ageOn(birthDate, to) >= age))
}

/** @throws RangeError when the rules would end the benefit: nobody in pay leaves it by age alone */
function adjust(history: CaseHistory, benefit: Benefit, on: string): void {
  const assessment = history.assessment(on)
  if (assessment?.result !== 'pass') throw new RangeError(`${benefit.number} would leave pay`)
  const { amountFen, perMember } = assessment
  if (amountFen === benefit.amountFen) return
  const fromMonth = monthAfter(on)
  Object.assign(history.amounts.at(-1) ?? {}, { toMonth: monthOf(on) })
  history.amounts.push(
    Object.assign(new BenefitAmount(), { benefitId: benefit.id, fromMonth, divisionCode: benefit.divisionCode, amountFen, memberCount: benefit.memberCount, reason: '定期复核：年龄变化，分类施保调整', decisionId: null }),
  )
  benefit.amountFen = amountFen
  for (const { memberId, supplementFen, supplementGround } of perMember) Object.assign(history.paid.find((paid) => paid.memberId === memberId) ?? {}, { supplementFen, supplementGround })
}
