import { addDays } from '@xishan/domain'
import type { Ashes, DispositionKind, PlotKind, Remains } from '@xishan/funeral-management-contract'
import { calendar } from '@xishan/service-kit'
import type { Draw } from '../random'
import type { PlannedPlot, Sites } from './facilities'
import { writtenDown, type Deceased } from './people-who-died'
import { ecoShareOn, TODAY } from './size'

/** Where somebody came to rest. */
export interface Rest {
  kind: DispositionKind
  remains: Remains
  on: string
  place: string
  facilityId: string | null
  plot: PlannedPlot | null
}

/** What happened after a death, day by day; what is still to come is null. */
export interface Course {
  deceased: Deceased
  /** Who told of the death first: the street with its papers, or the hall with the cremation. */
  first: 'STREET' | 'HALL'
  registeredOn: string
  crematedOn: string | null
  keptFrom: string | null
  rest: Rest | null
  ashes: Ashes
}

/** Streets outside the cremation areas (parameter, an assumption). */
const OUTSIDE = ['530112009', '530112010']
const ECO: readonly (readonly [DispositionKind, number])[] = [['STORAGE', 44], ['TREE', 17], ['SMALL_PLOT', 19], ['LAWN', 9], ['FLOWER', 7], ['SCATTER', 4]]
/** Days from the cremation to the burial. */
const LAG: readonly (readonly [number, number])[] = [[2, 44], [20, 14], [48, 22], [99, 14], [180, 6]]
const KEPT_AFTER = 15

const SECTION: Partial<Record<DispositionKind, string>> = { TREE: '树葬区', FLOWER: '花葬区', LAWN: '草坪葬区' }
export const PLOTS_OF: Partial<Record<DispositionKind, readonly PlotKind[]>> = { STORAGE: ['NICHE'], SMALL_PLOT: ['ECO_SINGLE', 'ECO_DOUBLE'], PLOT: ['ASH'] }

export const isBuriedInGround = ({ person, community, draw }: Deceased): boolean => (person.ethnicity === '03' ? draw.of('burial').chance(0.8) : OUTSIDE.some((street) => community.startsWith(street)) && draw.of('burial').chance(0.12))

export const placeOf = ({ facility, zone, row, column }: PlannedPlot): string => `${facility.name}${zone.name} ${row} 排 ${column} 号`

/** Draws where a deceased comes to rest on a day; of those elsewhere only the name of the place is known. */
export function restOf(deceased: Deceased, on: string, sites: Sites, isBody: boolean): Rest {
  const draw = deceased.draw.of('rest')
  const isEco = draw.chance(ecoShareOn(on))
  if (isBody) return bodyRest(deceased, on, sites, isEco)
  const kind = isEco ? draw.weighted(ECO) : 'PLOT'
  const section = SECTION[kind]
  if (section) {
    const cemetery = draw.pick(sites.facilities.filter((facility) => facility.kind === 'CEMETERY' && facility.name !== '团结清真墓地'))
    return { kind, remains: 'ASHES', on, place: `${cemetery.name}${section}`, facilityId: cemetery.id, plot: null }
  }
  if (kind === 'SCATTER') return { kind, remains: 'ASHES', on, place: '昆明市骨灰撒散集体活动', facilityId: null, plot: null }
  const plot = draw.chance(0.42) ? sites.take(PLOTS_OF[kind] ?? [], draw, (facility) => facility.kind !== 'RURAL' || deceased.community.startsWith(facility.divisionCode)) : null
  return { kind, remains: 'ASHES', on, place: plot ? placeOf(plot) : elsewhere(kind, draw), facilityId: plot?.facility.id ?? null, plot }
}

function bodyRest({ person, community, draw }: Deceased, on: string, sites: Sites, isEco: boolean): Rest {
  if (isEco && person.ethnicity !== '03') return { kind: 'DEEP', remains: 'BODY', on, place: `${community.startsWith('530112010') ? '团结' : '海口'}街道集中安葬点（深埋）`, facilityId: null, plot: null }
  const plot = sites.take(['BODY_SINGLE'], draw, ({ kind }) => kind === 'CEMETERY')
  return { kind: 'PLOT', remains: 'BODY', on, place: plot ? placeOf(plot) : '外区清真墓地', facilityId: plot?.facility.id ?? null, plot }
}

const elsewhere = (kind: DispositionKind, draw: Draw): string => (kind === 'STORAGE' ? draw.pick(['主城区骨灰堂', '安宁市骨灰堂', '晋宁区骨灰堂']) : draw.pick(['主城区公墓', '晋宁区公墓', '安宁市公墓', '原籍公墓']))

type Known = Pick<Course, 'first' | 'registeredOn' | 'crematedOn'>

/** By whom the death came to be known, and when the cremation was recorded. */
function knownBy(deceased: Deceased, isBody: boolean): Known {
  const draw = deceased.draw.of('course')
  const first = isBody || draw.chance(0.62) ? 'STREET' : 'HALL'
  const cremation = isBody ? null : writtenDown(deceased.diedOn, draw.int(1, 3))
  if (first === 'HALL' && cremation) return { first, registeredOn: cremation, crematedOn: cremation }
  const registeredOn = writtenDown(deceased.diedOn, draw.weighted([[1, 40], [2, 30], [4, 20], [9, 10]] as const))
  return { first, registeredOn, crematedOn: cremation !== null && cremation < registeredOn ? registeredOn : cremation }
}

/** The way of one who died lately; null while the death is not known yet. */
export function courseOf(deceased: Deceased, sites: Sites): Course | null {
  const { heardAfter } = deceased
  const nothing = { deceased, keptFrom: null, rest: null, ashes: 'TAKEN_AWAY' as const }
  if (heardAfter !== undefined) return { ...nothing, first: 'STREET', registeredOn: writtenDown(deceased.diedOn, heardAfter), crematedOn: null }
  const isBody = isBuriedInGround(deceased)
  const known = knownBy(deceased, isBody)
  if (known.registeredOn > TODAY) return null
  const happened = { ...nothing, ...known, crematedOn: known.crematedOn !== null && known.crematedOn <= TODAY ? known.crematedOn : null }
  return isBody || happened.crematedOn ? afterwards(happened, happened.crematedOn ?? happened.registeredOn, sites, isBody) : happened
}

/** From the hall to where the remains rest: some are taken out of the district, and nobody tells of them again. */
function afterwards(happened: Course, from: string, sites: Sites, isBody: boolean): Course {
  const draw = happened.deceased.draw.of('afterwards')
  if (draw.chance(0.12)) return happened
  const lag = isBody ? draw.int(0, 1) : draw.weighted(LAG) + draw.int(0, 9)
  const on = calendar.onOrAfter(addDays(from, lag))
  const keeping = calendar.addWorkingDays(from, 1)
  const keptFrom = lag > KEPT_AFTER && draw.chance(0.55) && keeping <= TODAY ? keeping : null
  if (on > TODAY) return { ...happened, keptFrom, ashes: keptFrom ? 'ASH_KEPT' : 'TAKEN_AWAY' }
  const rest = restOf(happened.deceased, on, sites, isBody)
  return { ...happened, keptFrom, rest, ashes: keptFrom ? 'ASH_KEPT' : ashesOf(rest) }
}

const ashesOf = ({ kind }: Rest): Ashes => (kind === 'STORAGE' ? 'ASH_KEPT' : kind === 'PLOT' ? 'BURIED' : 'ECO')
