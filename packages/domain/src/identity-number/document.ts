import { codeSet, type CodeOf } from '../code-sets/code-set'
import { normaliseIdentityNumber, readCitizenNumber, type IdentityNumberProblem, type Sex } from './citizen-number'

/** Papers by which a person is known (specification A1). 9 is ours, for a person whose identity nobody knows yet. */
export const ID_DOCUMENT_TYPE = codeSet('证件类型', '本平台约定', [
  ['1', '居民身份证'],
  ['2', '居民户口簿'],
  ['3', '护照'],
  ['4', '港澳居民来往内地通行证'],
  ['5', '台湾居民来往大陆通行证'],
  ['6', '港澳台居民居住证'],
  ['7', '外国人永久居留身份证'],
  ['8', '出生医学证明'],
  ['9', '无名氏临时编号'],
])
export type IdDocumentType = CodeOf<typeof ID_DOCUMENT_TYPE>

export type IdentityDocumentReading =
  | { ok: true; type: IdDocumentType; number: string; birthDate?: string; sex?: Sex }
  | { ok: false; problem: IdentityNumberProblem }

/** Forms without a published check: kept loose, so that no real paper is turned away (assumption). */
const FORMS: Partial<Record<IdDocumentType, { form: RegExp; message: string }>> = {
  '3': { form: /^[A-Z0-9]{5,20}$/, message: '护照号码应为 5 至 20 位字母和数字，请对照护照资料页核对。' },
  '4': { form: /^[HM]\d{8}(\d{2})?$/, message: '港澳居民来往内地通行证号码应为 H 或 M 加 8 位（旧证 10 位）数字，请对照证件核对。' },
  '5': { form: /^(\d{8}|\d{10}[A-Z]?)$/, message: '台湾居民来往大陆通行证号码应为 8 位数字（旧证 10 位数字，可带 1 个字母），请对照证件核对。' },
  '7': { form: /^(\d{18}|\d{17}X|[A-Z]{3}\d{12})$/, message: '外国人永久居留身份证号码应为 18 位，或旧证 3 个字母加 12 位数字，请对照证件核对。' },
  '8': { form: /^[A-Z]\d{9}$/, message: '出生医学证明编号应为 1 个字母加 9 位数字，请对照证明右上角编号核对。' },
  '9': { form: /^[A-Z0-9]{6,30}$/, message: '临时编号应为 6 至 30 位字母和数字，请使用系统给出的编号。' },
}

/** Reads any accepted paper's number; birth date and sex are known where the number carries them. */
export function readIdentityDocument(type: IdDocumentType, text: string, on?: string): IdentityDocumentReading {
  const number = normaliseIdentityNumber(text).toUpperCase()
  if (type === '1' || type === '2' || type === '6') {
    const reading = readCitizenNumber(text, on)
    if (!reading.ok) return reading
    if (type === '6' && !/^8[123]/.test(reading.number))
      return { ok: false, problem: { fault: 'wrong-form', position: 1, message: '港澳台居民居住证号码应以 81、82 或 83 开头，请核对证件类型和号码。' } }
    return { ok: true, type, number: reading.number, birthDate: reading.birthDate, sex: reading.sex }
  }
  if (number === '') return { ok: false, problem: { fault: 'empty', message: '请填写证件号码。' } }
  const rule = FORMS[type]
  if (rule && !rule.form.test(number)) return { ok: false, problem: { fault: 'wrong-form', message: rule.message } }
  return { ok: true, type, number }
}
