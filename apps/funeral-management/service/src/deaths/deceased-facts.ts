import { DomainProblem, OLDEST_AGE, ageOn, readIdentityDocument, type Actor, type Ethnicity, type IdentityDocument } from '@xishan/domain'
import type { Deceased } from '@xishan/funeral-management-contract'
import { DISTRICT, requirePlausibleDocument, sealDocument, type Ciphers, type PlaceNames } from '@xishan/service-kit'
import type { Death } from './death.entity'

export type PersonColumns = Pick<Death, 'deceasedName' | 'sex' | 'birthDate' | 'ethnicity' | 'documentType' | 'documentNumberSealed' | 'documentMasked' | 'documentLookup' | 'personKey' | 'unknownKey' | 'hukouDivisionCode' | 'divisionCode'>

const NO_DOCUMENT = { documentType: null, documentNumberSealed: null, documentMasked: null, documentLookup: null, personKey: null } as const

/** The key under which somebody without a usable number is the same again; `asWritten` is whatever stood in place of the number. */
export const unknownKeyOf = (ciphers: Ciphers, { name, birthDate, diedOn, asWritten = '' }: { name: string; birthDate: string | null; diedOn: string; asWritten?: string }): string =>
  ciphers.lookup('unidentified', [name, birthDate ?? '', diedOn, asWritten].join('|'))

/**
 * A person's columns of a death: sex and day of birth by the number where it carries them.
 * @param field where the person stands in the input, for the problems
 * @throws DomainProblem `invalid-input`, `death-birth-date`, `death-birth-missing`, `death-date`
 */
export function personColumns(ciphers: Ciphers, deceased: Deceased, diedOn: string, businessDate: string, field: string, dateField = 'diedOn'): PersonColumns {
  const { name, document, hukouDivisionCode, ethnicity } = deceased
  const { sex, birthDate } = document ? birthOf(document, deceased, businessDate, field) : deceased
  requireDeathDate(diedOn, birthDate, businessDate, dateField)
  return {
    deceasedName: name,
    sex,
    birthDate,
    ethnicity: ethnicity satisfies Ethnicity | null,
    ...(document ? { ...sealDocument(ciphers, document), unknownKey: null } : { ...NO_DOCUMENT, unknownKey: unknownKeyOf(ciphers, { name, birthDate, diedOn }) }),
    hukouDivisionCode,
    divisionCode: homeOf(hukouDivisionCode),
  }
}

/** Who is registered elsewhere in the country is kept by the bureau. */
export const homeOf = (hukouDivisionCode: string): string => (hukouDivisionCode.startsWith(DISTRICT) ? hukouDivisionCode : DISTRICT)

/** @throws DomainProblem `death-not-your-area`, `invalid-input` for a code of the district that nobody gave out */
export function requireOwnArea(actor: Actor, hukouDivisionCode: string, names: PlaceNames, field: string): void {
  const place = names.whole(hukouDivisionCode)
  if (hukouDivisionCode.startsWith(DISTRICT) && place.startsWith('外地')) throw new DomainProblem('invalid-input', {}, [{ field, message: '没有这个街道或社区，请从列表中选择户籍所在地' }])
  if (!homeOf(hukouDivisionCode).startsWith(actor.scope)) throw new DomainProblem('death-not-your-area', { place }, [{ field, message: '逝者户籍不在您的辖区' }])
}

/** @throws DomainProblem `death-date` */
export function requireDeathDate(diedOn: string, birthDate: string | null, businessDate: string, field = 'diedOn'): void {
  const reason = dateFault(diedOn, birthDate, businessDate)
  if (reason) throw new DomainProblem('death-date', { reason }, [{ field, message: reason }])
}

/** What cannot be with this day of death, in words. */
export function dateFault(diedOn: string, birthDate: string | null, businessDate: string): string | null {
  if (diedOn > businessDate) return `死亡日期 ${diedOn} 晚于业务日期 ${businessDate}`
  if (birthDate === null) return null
  if (diedOn < birthDate) return `死亡日期 ${diedOn} 早于出生日期 ${birthDate}`
  return ageOn(birthDate, diedOn) > OLDEST_AGE ? `按出生日期 ${birthDate} 计算死亡时超过 ${OLDEST_AGE} 岁` : null
}

/**
 * Day of birth and sex by the number where it carries them; what was said beside it must agree.
 * @throws DomainProblem `invalid-input`, `death-birth-date`, `death-birth-missing`
 */
export function birthOf(document: IdentityDocument, { sex, birthDate }: Pick<Deceased, 'birthDate'> & { sex: string | null }, businessDate: string, field = ''): { sex: string; birthDate: string } {
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`)
  requirePlausibleDocument(document, businessDate, at('document.number'))
  const reading = readIdentityDocument(document.type, document.number)
  const facts = reading.ok ? reading : { birthDate: undefined, sex: undefined }
  if (facts.birthDate === undefined || facts.sex === undefined) {
    if (sex === null || birthDate === null) throw new DomainProblem('death-birth-missing', {}, [{ field: at(birthDate === null ? 'birthDate' : 'sex'), message: '请补充填写' }])
    return { sex, birthDate }
  }
  const isOtherDay = birthDate !== null && birthDate !== facts.birthDate
  if (isOtherDay || (sex !== null && sex !== facts.sex)) throw new DomainProblem('death-birth-date', {}, [{ field: at(isOtherDay ? 'birthDate' : 'sex'), message: '与证件号码不一致' }])
  return { sex: facts.sex, birthDate: facts.birthDate }
}
