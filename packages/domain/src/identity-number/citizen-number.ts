import { ageOn, isRealDate } from '../calendar/dates'

/**
 * Citizen identity number (公民身份号码, GB 11643-1999): address 6, birth YYYYMMDD, sequence 3 (odd for men), check character.
 * The address is the place of first registration: it says nothing about where a person lives and rejects nobody.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
export const OLDEST_AGE = 130

export type IdentityNumberFault =
  | 'empty'
  | 'wrong-length'
  | 'wrong-character'
  | 'impossible-birth-date'
  | 'born-in-future'
  | 'too-old'
  | 'wrong-check-character'
  | 'wrong-form'

/** What is wrong, for the person who typed it: `message` names the part and says what to do. `position` counts from 1. */
export interface IdentityNumberProblem {
  fault: IdentityNumberFault
  position?: number
  message: string
}

export type Sex = '1' | '2'

export interface CitizenNumberFacts {
  ok: true
  /** Normalised, upper-case X. */
  number: string
  addressCode: string
  birthDate: string
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: Sex
}
export type CitizenNumberReading = CitizenNumberFacts | { ok: false; problem: IdentityNumberProblem }

const CHARACTER_FORMS: Record<string, string> = { '　': '', Ｘ: 'X', ｘ: 'X', x: 'X', '×': 'X' }

/**
 * What a clerk may type made what is stored: no spaces or hyphens, half-width digits, upper-case X. Nothing else is changed, so
 * a wrong letter stays visible to the check.
 */
export function normaliseIdentityNumber(text: string): string {
  return text.replace(/[\s　\-‐‑–—－]/g, '').replace(/[０-９Ｘｘx×]/g, (c) => CHARACTER_FORMS[c] ?? String(c.charCodeAt(0) - 0xff10))
}

/** The check character of the first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

const refuse = (fault: IdentityNumberFault, message: string, position?: number): { ok: false; problem: IdentityNumberProblem } => ({
  ok: false,
  problem: position === undefined ? { fault, message } : { fault, message, position },
})

/**
 * Reads an 18-character number, normalising it first.
 * @param on business date that birth may not lie behind; without it only what never changes is checked
 */
export function readCitizenNumber(text: string, on?: string): CitizenNumberReading {
  const number = normaliseIdentityNumber(text)
  if (number === '') return refuse('empty', '请填写公民身份号码（18 位）。')
  const wrong = [...number].findIndex((c, i) => !(/\d/.test(c) || (c === 'X' && i === 17)) || (i === 0 && c === '0'))
  if (wrong >= 0) return refuseCharacter(number, wrong)
  if (number.length !== 18) return refuseLength(number)
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const birthProblem = checkBirthDate(birthDate, on)
  if (birthProblem) return { ok: false, problem: birthProblem }
  if (number.charAt(17) !== checkCharacter(number.slice(0, 17)))
    return refuse('wrong-check-character', '第 18 位校验码与前 17 位不符，说明至少有一位录错，请对照证件逐位核对。', 18)
  return { ok: true, number, addressCode: number.slice(0, 6), birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? '1' : '2' }
}

function refuseCharacter(number: string, index: number): { ok: false; problem: IdentityNumberProblem } {
  const found = [...number][index] ?? ''
  const message =
    index === 0 && found === '0'
      ? '第 1 位不能是 0，请对照证件核对。'
      : index >= 17
        ? `第 ${index + 1} 位是“${found}”，末位只能是数字或大写 X，请改正。`
        : `第 ${index + 1} 位是“${found}”，这一位只能是数字，请改正。`
  return refuse('wrong-character', message, index + 1)
}

function refuseLength(number: string): { ok: false; problem: IdentityNumberProblem } {
  if (number.length === 15) return refuse('wrong-length', '这是 15 位旧号码，请填写居民身份证上的 18 位号码。')
  const difference = number.length < 18 ? `少 ${18 - number.length} 位` : `多 ${number.length - 18} 位`
  return refuse('wrong-length', `公民身份号码应为 18 位，现为 ${number.length} 位，${difference}，请对照证件补正。`)
}

function checkBirthDate(birthDate: string, on: string | undefined): IdentityNumberProblem | null {
  const digits = birthDate.replaceAll('-', '')
  if (!isRealDate(birthDate))
    return { fault: 'impossible-birth-date', position: 7, message: `第 7 至 14 位“${digits}”应为出生年月日，没有这一天，请对照证件核对。` }
  if (on !== undefined && birthDate > on)
    return { fault: 'born-in-future', position: 7, message: `第 7 至 14 位出生日期“${digits}”晚于今天，请对照证件核对。` }
  if (on !== undefined && ageOn(birthDate, on) > OLDEST_AGE)
    return { fault: 'too-old', position: 7, message: `按第 7 至 14 位出生日期“${digits}”计算已超过 ${OLDEST_AGE} 岁，请对照证件核对。` }
  return null
}

/** Birth date of a number that has been checked before. @throws RangeError when it is not valid */
export const birthDateOf = (number: string): string => factsOf(number).birthDate
/** Sex of a number that has been checked before. @throws RangeError when it is not valid */
export const sexOf = (number: string): Sex => factsOf(number).sex

function factsOf(number: string): CitizenNumberFacts {
  const reading = readCitizenNumber(number)
  if (!reading.ok) throw new RangeError(reading.problem.message)
  return reading
}
