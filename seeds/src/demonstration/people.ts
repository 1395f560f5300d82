import { addDays, addMonths, syntheticCitizenNumber, type CodeOf, type ETHNICITY, type Sex } from '@xishan/domain'
import { z } from 'zod'
import listed from '../../demo/names.json' with { type: 'json' }
import type { Draw } from './random'

const Shares = z.record(z.string(), z.number())
const Era = z.tuple([z.string(), z.string()])
const Eras = z.object({ old: Era, middle: Era, young: Era })
const Names = z.object({ note: z.string(), surnames: z.object({ common: Shares }).catchall(Shares), given: z.object({ '1': Eras, '2': Eras }) })
const names = Names.parse(listed)

export type Ethnicity = CodeOf<typeof ETHNICITY>

/** A made-up person: who it is, and the number of the identity card. */
export interface Person {
  name: string
  sex: Sex
  birthDate: string
  ethnicity: Ethnicity
  document: { type: '1'; number: string }
}

const eraOf = (birthDate: string): 'old' | 'middle' | 'young' => {
  const year = Number(birthDate.slice(0, 4))
  if (year < 1964) return 'old'
  return year < 1990 ? 'middle' : 'young'
}

export function surnameOf(draw: Draw, ethnicity: Ethnicity): string {
  const own = draw.chance(0.8) ? names.surnames[ethnicity] : undefined
  return draw.weighted(Object.entries(own ?? names.surnames.common))
}

export function givenName(draw: Draw, sex: Sex, birthDate: string): string {
  const [first, second] = names.given[sex][eraOf(birthDate)]
  const one = draw.pick([...first])
  const other = draw.pick([...second].filter((character) => character !== one))
  return eraOf(birthDate) !== 'old' && draw.chance(0.14) ? other : one + other
}

/** Where most cards of the district were first issued, and where some came from: other parts of Kunming and of Yunnan. */
const FIRST_REGISTERED: readonly (readonly [string, number])[] = [
  ['530112', 74], ['530111', 4], ['530102', 4], ['530103', 3], ['530181', 2], ['530124', 2], ['530122', 2], ['530113', 1], ['530326', 2], ['532322', 2], ['532331', 1], ['530381', 2], ['530627', 1],
]

export const firstRegistered = (draw: Draw): string => draw.weighted(FIRST_REGISTERED)

/** Makes people, no two with the same number. */
export class People {
  private readonly used = new Map<string, number>()

  /** @param from the first order number of a day: two makers that begin far apart make nobody twice */
  constructor(
    private readonly draw: Draw,
    private readonly from = 0,
  ) {}

  /** Somebody who is `age` full years old on a day. */
  make({ sex, age, on, ethnicity, surname }: { sex: Sex; age: number; on: string; ethnicity: Ethnicity; surname?: string }): Person {
    const draw = this.draw
    const birthDate = addDays(addMonths(on, -12 * age), -draw.int(0, 360))
    return {
      name: (surname ?? surnameOf(draw, ethnicity)) + givenName(draw, sex, birthDate),
      sex,
      birthDate,
      ethnicity,
      document: { type: '1', number: this.number(firstRegistered(draw), birthDate, sex) },
    }
  }

  private number(addressCode: string, birthDate: string, sex: Sex): string {
    const key = addressCode + birthDate + sex
    const sequence = this.used.get(key) ?? this.draw.int(this.from, this.from + 60)
    this.used.set(key, sequence + 1)
    return syntheticCitizenNumber({ addressCode, birthDate, sex, sequence })
  }
}

/** Numbers of the series 154, which is given to nobody. */
export const phoneNumber = (draw: Draw): string => `1540000${String(draw.int(0, 9999)).padStart(4, '0')}`

/** Accounts of a bank that does not exist; no card begins with 9999. */
export const accountNumber = (draw: Draw): string => `99990000${String(draw.int(0, 99_999_999)).padStart(8, '0')}${String(draw.int(0, 999)).padStart(3, '0')}`
