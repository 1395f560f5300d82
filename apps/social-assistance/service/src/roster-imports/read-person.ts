import { normaliseIdentityNumber, readCitizenNumber, readLegacyNumber, type CitizenNumberFacts } from '@xishan/domain'
import { readText, type CellReading } from '@xishan/service-kit'

/** `legacy` is the number of 15 digits as it stood in the file. */
export type PersonReading = CitizenNumberFacts & { legacy: string | null }

/** A citizen number of 18 characters, or one of 15 digits converted and told. */
export function readPersonNumber(cell: string | null, today: string): CellReading<PersonReading | null> {
  const text = normaliseIdentityNumber(readText(cell) ?? '')
  if (text === '') return { ok: true, value: null }
  const legacy = /^\d{15}$/.test(text) ? text : null
  const reading = legacy ? readLegacyNumber(legacy, today) : readCitizenNumber(text, today)
  return reading.ok ? { ok: true, value: { ...reading, legacy } } : { ok: false, message: reading.problem.message }
}

const NAME = /^[\p{L}\p{Co}][\p{L}\p{M}\p{Co}·•.\- ]*$/u
const LONGEST = 50

export function readName(cell: string | null): CellReading<string> {
  const text = readText(cell)
  if (text === null) return { ok: false, message: '没有填写姓名，请补填' }
  const name = /^[\p{Script=Han}\p{Co} ]+$/u.test(text) ? text.replaceAll(' ', '') : text
  if ([...name].length > LONGEST) return { ok: false, message: `姓名超过 ${LONGEST} 个字，请核对列的对应` }
  return NAME.test(name) ? { ok: true, value: name } : { ok: false, message: `“${name}”不像姓名，请核对列的对应，删除数字和符号` }
}
