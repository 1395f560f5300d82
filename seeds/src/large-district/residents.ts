import { ageOn, addDays, syntheticCitizenNumber, type Sex } from '@xishan/domain'
import { factsOf, retired, schooling, type Circumstances } from '../demonstration/circumstances'
import { firstRegistered, givenName, surnameOf, type Ethnicity, type Person } from '../demonstration/people'
import type { Draw } from '../demonstration/random'

export const TODAY = '2025-09-30'
const DAYS = 365
/** Sequence numbers of one sex on one day. */
const SEQUENCES = 497

/** Numbers of a chunk's people: each chunk has places of its own in every year, so that no two people of the district share one. */
export class CitizenNumbers {
  private readonly given = new Map<string, number>()

  constructor(
    private readonly chunk: number,
    private readonly chunks: number,
  ) {}

  next(year: number, sex: Sex, draw: Draw): { birthDate: string; number: string } {
    const key = `${year} ${sex}`
    const nth = this.given.get(key) ?? 0
    this.given.set(key, nth + 1)
    const place = this.chunk + this.chunks * nth
    const birthDate = addDays(`${year}-01-01`, place % DAYS)
    return { birthDate, number: syntheticCitizenNumber({ addressCode: firstRegistered(draw), birthDate, sex, sequence: Math.floor(place / DAYS) % SEQUENCES }) }
  }
}

export interface Resident {
  person: Person
  circumstances: Circumstances
}

const THIS_YEAR = Number(TODAY.slice(0, 4)) - 1

const circumstancesOf = (age: number, draw: Draw): Omit<Circumstances, 'relation'> => {
  if (age < 18) return schooling(age)
  if (age >= 60) return retired(age, draw)
  return { labour: 'FULL', employment: draw.weighted([['STEADY', 55], ['UNSTABLE', 35], ['JOBLESS', 10]] as const) }
}

/** A household of so many people: the head, a spouse, children, from the fifth on the head's parents. */
export function familyOf(size: number, ethnicity: Ethnicity, numbers: CitizenNumbers, draw: Draw): Resident[] {
  const headAge = size <= 2 ? draw.int(24, 84) : draw.int(27, 58)
  const surname = surnameOf(draw, ethnicity)
  const headSex: Sex = draw.chance(0.55) ? '1' : '2'
  const make = (age: number, sex: Sex, relation: Circumstances['relation'], own?: string): Resident => {
    const { birthDate, number } = numbers.next(THIS_YEAR - age, sex, draw)
    const person = { name: (own ?? surnameOf(draw, ethnicity)) + givenName(draw, sex, birthDate), sex, birthDate, ethnicity, document: { type: '1' as const, number } }
    return { person, circumstances: { maritalStatus: age < 22 || size === 1 ? '10' : '20', ...circumstancesOf(ageOn(birthDate, TODAY), draw), relation } }
  }
  return Array.from({ length: size }, (_, nth) => {
    if (nth === 0) return make(headAge, headSex, '0', surname)
    if (nth === 1) return make(Math.max(22, headAge + draw.int(-4, 4)), headSex === '1' ? '2' : '1', '1')
    const sex: Sex = draw.chance(0.52) ? '1' : '2'
    if (nth >= 4) return make(Math.min(95, headAge + draw.int(23, 32)), sex, '5')
    return make(Math.max(0, headAge - draw.int(23, 33)), sex, sex === '1' ? '2' : '3', surname)
  })
}

export const factsOfResident = ({ person, circumstances }: Resident, id: string) => factsOf({ person, circumstances }, id)
