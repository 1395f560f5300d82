import { addDays, datesBetween } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import type { CauseClass, CertificateKind, DeathPlace } from '@xishan/funeral-management-contract'
import { divisionsOn } from '../../divisions'
import { phoneNumber, givenName, surnameOf, type People, type Person } from '../people'
import { streets } from '../places'
import type { Draw } from '../random'
import { SIZE, SINCE, TODAY } from './size'

/** Somebody of the district who died, and who saw to it. */
export interface Deceased {
  person: Person
  community: string
  diedOn: string
  place: DeathPlace
  cause: CauseClass
  certificate: { kind: CertificateKind; number: string; issuer: string }
  relative: { name: string; relation: string; phone: string }
  draw: Draw
  /** Days until anybody here heard of it, where the person died elsewhere. */
  heardAfter?: number
}

const HOSPITALS = ['西山区人民医院', '滇池西岸医院', '马街社区卫生服务中心', '海口街道卫生院', '棕树营社区卫生服务中心'] as const
const PLACES: readonly (readonly [DeathPlace, number])[] = [['MEDICAL', 58], ['HOME', 34], ['CARE', 5], ['ON_THE_WAY', 2], ['OTHER', 1]]
const communities = streets.map((street) => ({ street, list: divisionsOn(TODAY).childrenOf(street.code) }))
const SHARES = communities.map((each) => [each, SIZE.streets[each.street.code] ?? 0] as const)

const ageAtDeath = (draw: Draw): number => draw.weighted([[draw.middling(62, 98), 86], [draw.middling(35, 66), 12], [draw.int(1, 34), 2]] as const)

/** Somebody drawn: of any street, or of the one named. */
export function deceased(people: People, draw: Draw, { diedOn, street, ethnicity }: { diedOn: string; street?: string; ethnicity?: Person['ethnicity'] }): Deceased {
  const home = communities.find((each) => each.street.code === street) ?? draw.weighted(SHARES)
  const sex = draw.chance(0.54) ? '1' : '2'
  const person = people.make({ sex, age: ageAtDeath(draw), on: diedOn, ethnicity: ethnicity ?? draw.weighted(home.street.ethnicity) })
  return about(person, draw.pick(home.list).code, diedOn, draw)
}

/** How a known person died, and the relative who saw to it. */
export function about(person: Person, community: string, diedOn: string, draw: Draw): Deceased {
  const isAccident = draw.chance(0.03)
  const place = isAccident ? 'OTHER' : draw.weighted(PLACES)
  const number = String(draw.int(0, 9_999_999)).padStart(7, '0')
  return {
    person,
    community,
    diedOn,
    place,
    cause: isAccident ? 'ABNORMAL' : 'NORMAL',
    certificate: isAccident ? { kind: 'POLICE', number: `演示公亡${number}`, issuer: '昆明市公安局西山分局' } : { kind: 'MEDICAL', number: `YS${diedOn.slice(0, 4)}${number}`, issuer: draw.pick(HOSPITALS) },
    relative: relativeOf(person, draw),
    draw,
  }
}

function relativeOf(person: Person, draw: Draw): Deceased['relative'] {
  const isSpouse = Number(person.birthDate.slice(0, 4)) > 1985 || draw.chance(0.2)
  const sex = isSpouse ? (person.sex === '1' ? '2' : '1') : draw.chance(0.6) ? '1' : '2'
  const birthYear = Number(person.birthDate.slice(0, 4)) + (isSpouse ? 0 : 27)
  const surname = isSpouse ? surnameOf(draw, person.ethnicity) : person.name.slice(0, 1)
  const relation = isSpouse ? '配偶' : sex === '1' ? '儿子' : '女儿'
  return { name: surname + givenName(draw, sex, `${birthYear}-05-01`), relation, phone: phoneNumber(draw) }
}

/** More in winter than in summer. */
const SEASON = [1.22, 1.12, 1.02, 0.96, 0.92, 0.88, 0.88, 0.9, 0.92, 0.98, 1.06, 1.16] as const

/** The days of death of everybody whose death was known by today, in their order. */
export function daysOfDeath(draw: Draw): string[] {
  const aDay = SIZE.deathsAYear.value / 365
  return datesBetween(addDays(SINCE, -3), TODAY).flatMap((day) => {
    const wanted = aDay * (SEASON[Number(day.slice(5, 7)) - 1] ?? 1)
    const count = Math.floor(wanted) + (draw.chance(wanted % 1) ? 1 : 0) + draw.int(-3, 3)
    return Array.from({ length: Math.max(0, count) }, () => day)
  })
}

/** The working day on which something of a day comes to be written down. */
export const writtenDown = (day: string, after: number): string => calendar.onOrAfter(addDays(day, after))
