import { addDays, addMonths } from '@xishan/domain'
import type { DispositionKind, PlotKind } from '@xishan/funeral-management-contract'
import type { People } from '../people'
import type { Draw } from '../random'
import { placeOf, PLOTS_OF, type Course } from './course'
import type { Grounds, PlannedPlot } from './facilities'
import { deceased, writtenDown, type Deceased } from './people-who-died'
import { ecoShareOn, SINCE } from './size'
import { later, type Buyer } from './write-course'

/** Contracts of a month that the cemeteries handed over when the platform began: twenty years back. */
const A_MONTH = 7
const FIRST = '2004-10-01'
const TAKEN_OVER_UNTIL = 80

const YUAN: Readonly<Record<PlotKind, readonly [number, number]>> = { NICHE: [28, 68], ECO_SINGLE: [88, 138], ECO_DOUBLE: [126, 188], ASH: [280, 460], BODY_SINGLE: [60, 90], BODY_DOUBLE: [90, 120] }
const RURAL_YUAN: readonly [number, number] = [22, 48]

/** Graves of before, with their dead, registered in the weeks in which they were taken over. */
export function takenOver(people: People, draw: Draw, grounds: Grounds): Course[] {
  const courses: Course[] = []
  for (let month = FIRST; month < SINCE; month = addMonths(month, 1))
    for (let nth = 0; nth < A_MONTH; nth++) {
      const own = draw.of(`${month} ${nth}`)
      const diedOn = addDays(month, own.int(0, 24))
      if (diedOn >= addDays(SINCE, -8)) continue
      const dead = deceased(people, own, { diedOn })
      const kind: DispositionKind = own.chance(ecoShareOn(diedOn)) ? own.weighted([['STORAGE', 60], ['SMALL_PLOT', 40]] as const) : 'PLOT'
      const plot = grounds.take(PLOTS_OF[kind] ?? [], own, (facility) => facility.kind !== 'RURAL' || dead.community.startsWith(facility.divisionCode))
      if (!plot) continue
      const on = addDays(diedOn, own.int(3, 7))
      courses.push({ deceased: dead, first: 'STREET', registeredOn: writtenDown(SINCE, own.int(0, TAKEN_OVER_UNTIL)), crematedOn: null, keptFrom: null, ashes: 'BURIED', rest: { kind, remains: 'ASHES', on, place: placeOf(plot), facilityId: plot.facility.id, plot } })
    }
  return courses
}

/** The relative who signed, and for how much; nobody signs for longer than a plot is given. */
export function buyerOf({ relative, draw: of }: Deceased, plot: PlannedPlot, on: string, people: People): Buyer {
  const draw = of.of('buyer')
  const { zone, facility } = plot
  const person = people.make({ sex: relative.relation === '女儿' ? '2' : '1', age: draw.int(32, 58), on: later(on, FIRST), ethnicity: '01' })
  const [least, most] = facility.kind === 'RURAL' ? RURAL_YUAN : YUAN[zone.plotKind]
  return { person: { ...person, name: relative.name }, signedOn: addDays(on, -draw.int(0, 2)), priceFen: draw.int(least, most) * 10_000 }
}
