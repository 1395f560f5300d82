import { monthRange, type BenefitMonth } from '@xishan/domain'
import type { Named, PayeeWhoDied } from './funerals/payees'
import { entitled, judge, WAVE_DAYS, type PlannedHousehold } from './households'
import { idAt, momentOf } from './identifiers'
import type { People } from './people'
import { Places, streets } from './places'
import type { Draw } from './random'

/** How far a claim of what was paid after a death came. */
export type ClaimGoal = 'PROPOSED' | 'FOUND' | 'NOTIFIED' | 'AGREED' | 'REPAYING' | 'SETTLED'

/** Somebody of a household in pay who died, and what came of it. */
export interface Mortal extends PayeeWhoDied {
  /** The benefit was stopped, the household looked at again, or it still waits. */
  goal: 'STOPPED' | 'RECHECKED' | 'OPEN'
  claim?: ClaimGoal
}

/** Who lived alone and died: two a month, each third of them elsewhere, so that nobody here knew of it for weeks. */
const MONTHS = monthRange('2024-10', '2025-07')
const CLAIMS: Readonly<Record<BenefitMonth, ClaimGoal>> = { '2024-12': 'SETTLED', '2025-01': 'SETTLED', '2025-02': 'REPAYING', '2025-03': 'AGREED', '2025-05': 'NOTIFIED', '2025-06': 'FOUND', '2025-07': 'PROPOSED' }
const HEARD_AFTER = 38
/** In the middle of a month, so that nobody has to sign a batch anew. */
const DAYS = { from: 13, to: 18 }

/** Deaths whose consequences are on the desks of the first day: alone, the head beside others, another member. */
const OPEN: readonly (Pick<PayeeWhoDied, 'diedOn' | 'heardAfter' | 'revokedOn' | 'otherDay'> & { who: 'ALONE' | 'HEAD' | 'MEMBER' })[] = [
  { who: 'ALONE', diedOn: '2025-05-14', heardAfter: 3, revokedOn: '2025-06-17' },
  { who: 'HEAD', diedOn: '2025-07-08' },
  { who: 'MEMBER', diedOn: '2025-07-21' },
  { who: 'ALONE', diedOn: '2025-08-11', otherDay: '2025-08-09' },
  { who: 'ALONE', diedOn: '2025-08-19' },
  { who: 'HEAD', diedOn: '2025-08-22' },
  { who: 'MEMBER', diedOn: '2025-09-04' },
  { who: 'ALONE', diedOn: '2025-09-09' },
  { who: 'HEAD', diedOn: '2025-09-16' },
  { who: 'ALONE', diedOn: '2025-09-27' },
]
/** Households of two that have since lost one, and are paid as one by the rules. */
export const WIDOWED: readonly { who: 0 | 1; diedOn: string }[] = [{ who: 1, diedOn: '2025-03-12' }, { who: 0, diedOn: '2025-05-15' }, { who: 1, diedOn: '2025-06-12' }]
const EARLIER = '2024-06-01'

export interface Mortality {
  mortals: Mortal[]
  /** Who left pay by death, beside those who are still in pay. */
  gone: PlannedHousehold[]
  namesakes: Named[]
}

export function planMortals(households: readonly PlannedHousehold[], people: People, draw: Draw): Mortality {
  const mortal = ({ family, place }: PlannedHousehold, member: number, more: Pick<Mortal, 'diedOn' | 'goal'> & Partial<Mortal>): Mortal => {
    const person = family.members[member]?.person
    if (!person) throw new RangeError('nobody to die')
    return { deathId: idAt(momentOf(more.diedOn, 720), draw.of(`death ${more.diedOn} ${person.document.number}`)), person, community: place.community, ...more }
  }
  const gone = goneAlone(people, draw.of('gone'))
  const others = draw.of('others').shuffled(households.filter(({ on, family }) => on < EARLIER && family.entry === 'HOUSEHOLD'))
  const alone = others.filter(({ size }) => size === 1)
  const together = others.filter(({ size }) => size === 2 || size === 3)
  const widowed = WIDOWED.map(({ who, diedOn }) => mortal(taken(together, (each) => each.size === 2 && survivorsEntitled(each, who, diedOn)), who, { diedOn, goal: 'RECHECKED' }))
  const open = OPEN.map(({ who, ...death }) => mortal(taken(who === 'ALONE' ? alone : together, () => true), who === 'MEMBER' ? 1 : 0, { ...death, goal: 'OPEN' }))
  return {
    gone: gone.map(({ household }) => household),
    mortals: [...gone.map(({ household, ...more }) => mortal(household, 0, more)), ...widowed, ...open],
    namesakes: alone.slice(0, 1).map(({ family }) => ({ name: family.members[0]?.person.name ?? '' })),
  }
}

function taken(from: PlannedHousehold[], fits: (household: PlannedHousehold) => boolean): PlannedHousehold {
  const at = from.findIndex(fits)
  const [found] = at < 0 ? [] : from.splice(at, 1)
  if (!found) throw new RangeError('no household fits')
  return found
}

const survivorsEntitled = (household: PlannedHousehold, dead: number, on: string): boolean => judge(household, on, dead).result === 'pass'

function goneAlone(people: People, draw: Draw): ({ household: PlannedHousehold } & Pick<Mortal, 'diedOn' | 'goal'> & Partial<Mortal>)[] {
  const places = new Places('2025-09-30', draw.of('places'))
  const shares = streets.map((street) => [street, street.households] as const)
  return MONTHS.flatMap((month) =>
    [0, 1].map((nth) => {
      const own = draw.of(`${month} ${nth}`)
      const household = entitled({ nth, place: places.in(own.weighted(shares)), on: own.pick(WAVE_DAYS), size: 1 }, people, own)
      const claim = nth === 1 ? CLAIMS[month] : undefined
      return { household, diedOn: `${month}-${own.int(DAYS.from, DAYS.to)}`, goal: 'STOPPED' as const, ...(claim ? { claim, heardAfter: HEARD_AFTER } : {}) }
    }),
  )
}
