import { addDays, addMonths, datesBetween, monthOf } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import { assess, type AssessedHousehold, type Assessment } from '@xishan/social-assistance-contract'
import { factsOf } from './circumstances'
import { bookOn } from './demonstration-parameters'
import { family, type Family } from './families'
import { momentOf, idAt } from './identifiers'
import { financesOf } from './means'
import type { People } from './people'
import { Places, streets, type Place } from './places'
import type { Draw } from './random'

/**
 * Households by the number of people paid for when they were confirmed: 4,727 households, 1.26 people a household, as the plan counts them.
 * Three of the second size have since lost one (`WIDOWED`): 5,959 people are in pay.
 */
export const HOUSEHOLDS_BY_SIZE: Readonly<Record<number, number>> = { 1: 3823, 2: 643, 3: 200, 4: 52, 5: 9 }

/** A household that applied: where, when, who, and what it lives on. */
export interface PlannedHousehold {
  nth: number
  place: Place
  /** The day of its application. */
  on: string
  size: number
  family: Family
  /** What else is drawn of it. */
  draw: Draw
}

/** The check of all households in pay that followed the new rules of July 2021, then new entries, some each month. */
export const WAVE = { from: '2021-07-05', to: '2022-05-13', share: 0.71 }
const ENTRIES = { from: '2022-05-16', to: '2025-07-08' }

const workdays = (from: string, to: string): string[] => datesBetween(from, to).filter((date) => calendar.isWorkday(date))
export const WAVE_DAYS = workdays(WAVE.from, WAVE.to)
const ENTRY_DAYS = workdays(ENTRIES.from, ENTRIES.to)

function sizes(draw: Draw): number[] {
  return draw.shuffled(Object.entries(HOUSEHOLDS_BY_SIZE).flatMap(([size, count]) => Array.from({ length: count }, () => Number(size))))
}

/** What the rules say of a family on a day, everything examined and the means check passed. @param dead who of it is there no more */
export function judge({ family: { members, means, entry }, place: { residence, address }, draw }: PlannedHousehold, on: string, dead?: number): Assessment {
  const ids = members.map((_, at) => idAt(momentOf(on, 540), draw.of(`member ${at}`)))
  const lives = ({ memberId }: { memberId: string }): boolean => memberId !== ids[dead ?? -1]
  const living = members.map((member, at) => factsOf(member, ids[at] ?? '')).filter(({ id }) => lives({ memberId: id }))
  const headless = living.every(({ relation }) => relation !== '0')
  const household: AssessedHousehold = { residence, entry, singleMemberId: entry === 'SINGLE' ? (ids[0] ?? null) : null, members: living.map((member, at) => (headless && at === 0 ? { ...member, relation: '0' } : member)) }
  const { examined, incomes, deductions, properties, lookBackTo } = financesOf(means, { memberIds: ids, seenOn: on, lookBackTo: monthOf(addMonths(on, -1)), address }, draw.of('means'))
  const finances = { lookBackTo, examined: examined.filter(lives), incomes: incomes.filter(lives), deductions: deductions.filter(lives), properties: properties.filter(lives) }
  return assess(household, { finances, meansCheck: { state: 'PASSED', concludedOn: on } }, bookOn(on))
}

const ATTEMPTS = 40

/** A household that the rules entitle. */
export function entitled(planned: Omit<PlannedHousehold, 'family' | 'draw'>, people: People, draw: Draw): PlannedHousehold {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stream = draw.of(attempt)
    const drawn = { ...planned, draw: stream, family: family(planned.size, { people, draw: stream.of('family'), on: planned.on, ethnicity: planned.place.ethnicity, rural: planned.place.residence === 'RURAL' }) }
    const { result, coveredMembers } = judge(drawn, addDays(planned.on, 30))
    if (result === 'pass' && coveredMembers === planned.size) return drawn
  }
  throw new RangeError(`no entitled family of ${planned.size} found`)
}

/** The households in pay on the demonstration's first day, in the order of their applications. */
export function planHouseholds(people: People, draw: Draw): PlannedHousehold[] {
  const places = new Places('2025-09-30', draw.of('places'))
  const pending = sizes(draw.of('sizes'))
  const dates = draw.of('dates')
  const located = streets.flatMap((street) => Array.from({ length: street.households }, () => places.in(street)))
  return draw
    .of('order')
    .shuffled(located)
    .map((place, at) => ({ place, size: pending[at] ?? 1, on: dates.pick(dates.chance(WAVE.share) ? WAVE_DAYS : ENTRY_DAYS) }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((household, nth) => entitled({ ...household, nth }, people, draw.of(`household ${nth}`)))
}
