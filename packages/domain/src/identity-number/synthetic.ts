import { isRealDate } from '../calendar/dates'
import { checkCharacter, type Sex } from './citizen-number'

/** Who an invented number is for. `sequence` 0 to 498 picks one of the numbers that share address, birth date and sex. */
export interface SyntheticPerson {
  addressCode: string
  birthDate: string
  sex: Sex
  sequence: number
}

/**
 * A valid number for the demonstration and the tests, always the same for the same person. It is built from the standard
 * alone and stands for nobody. Sequence digits 996 to 999, once kept for centenarians, are never used.
 * @throws RangeError when the address is not six digits, the date is not real or the sequence is spent
 */
export function syntheticCitizenNumber({ addressCode, birthDate, sex, sequence }: SyntheticPerson): string {
  if (!/^[1-9]\d{5}$/.test(addressCode)) throw new RangeError(`not an address code: ${addressCode}`)
  if (!isRealDate(birthDate)) throw new RangeError(`not a date: ${birthDate}`)
  const order = sequence * 2 + (sex === '1' ? 1 : 0)
  if (!Number.isInteger(sequence) || sequence < 0 || order > 995) throw new RangeError(`no such sequence: ${sequence}`)
  const first17 = addressCode + birthDate.replaceAll('-', '') + String(order).padStart(3, '0')
  return first17 + checkCharacter(first17)
}
