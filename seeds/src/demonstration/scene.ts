import type { People } from './people'
import { CaseHistory, type Office } from './case-history'
import { workingDaysBefore } from './calendar'
import { addDays } from '@xishan/domain'
import { inPilot } from './demonstration-parameters'
import type { Family } from './families'
import { entitled } from './households'
import { addressOf, streets, type Place } from './places'
import type { Draw } from './random'
import type { Staff } from './staff'
import { arrival, STEADY, Walk, type Changed, type Milestone, type Pace } from './walk'
import { divisionsOn } from '../divisions'

/** One open or lately closed case: where, how far it came, and when it came there. */
export interface Scene {
  street: string
  goal: Milestone
  /** Working days since it came there. */
  ago: number
  community?: string
  size?: number
  pace?: Partial<Pace>
  /** Accepted in the week whose cases the streets confirm. */
  delegated?: boolean
  changed?: Changed | ((staff: Staff) => Changed)
  /** Changes what the family lives on or owns. */
  poorer?: (family: Family) => void
  /** How it begins, where not like any other. */
  begin?: (walk: Walk) => void
  /** What happened before it came there, and after. */
  on?: Partial<Record<Milestone, (walk: Walk) => void>>
  then?: (walk: Walk) => void
}

export interface Stage {
  office: Office
  staff: Staff
  people: People
  draw: Draw
  /** The demonstration's first day. */
  today: string
}

const isSuited = (start: string, { delegated = false }: Scene, pace: Pace): boolean => inPilot(arrival(start, 'ACCEPTED', pace)) === delegated

/** The latest day to begin on, so that the case comes to its goal by the day wanted, and is accepted in or outside the pilot as wanted. */
export function beginningOf(scene: Scene, pace: Pace, today: string): string {
  const by = workingDaysBefore(today, scene.ago)
  for (let start = by; ; start = workingDaysBefore(addDays(start, -1), 0)) {
    if (arrival(start, scene.goal, pace) <= by && isSuited(start, scene, pace)) return start
    if (start < '2025-01-01') throw new RangeError(`no day to begin: ${scene.street} ${scene.goal}`)
  }
}

function placeOf({ street: code, community }: Scene, draw: Draw, today: string): Place {
  const street = streets.find((each) => each.code === code)
  if (!street) throw new RangeError(`no street ${code}`)
  const chosen = community ?? draw.pick(divisionsOn(today).childrenOf(code)).code
  return { street, community: chosen, residence: draw.chance(street.rural) ? 'RURAL' : 'URBAN', ethnicity: draw.weighted(street.ethnicity), address: addressOf(chosen, today) }
}

/** A scene ready to be played: on which day it begins. */
export interface Script {
  on: string
  play(): CaseHistory
}

export function scriptOf(scene: Scene, nth: number, { office, staff, people, draw: all, today }: Stage): Script {
  const draw = all.of(`scene ${nth}`)
  const pace = { ...STEADY, ...scene.pace }
  const on = beginningOf(scene, pace, today)
  const household = entitled({ nth, place: placeOf(scene, draw.of('place'), today), on, size: scene.size ?? draw.weighted([[1, 62], [2, 24], [3, 10], [4, 4]] as const) }, people, draw)
  scene.poorer?.(household.family)
  const changed = typeof scene.changed === 'function' ? scene.changed(staff) : (scene.changed ?? {})
  return {
    on,
    play: () => {
      const history = new CaseHistory(office, draw.of('history'))
      const walk = new Walk(history, household, staff, pace, changed, nth % 2)
      scene.begin?.(walk)
      walk.to(scene.goal, scene.on ?? {})
      scene.then?.(walk)
      if (walk.on > today) throw new RangeError(`scene ${nth} goes on until ${walk.on}`)
      history.close()
      return history
    },
  }
}
