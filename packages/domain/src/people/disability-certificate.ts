import { z } from 'zod'
import { DISABILITY_CATEGORY, DISABILITY_LEVEL, type Disability } from '../code-sets/disability'
import { isCode } from '../code-sets/code-set'
import { normaliseIdentityNumber, readCitizenNumber } from '../identity-number/citizen-number'

export type DisabilityCertificateReading =
  | { ok: true; number: string; identityNumber: string; disability: Disability; reissue: number }
  | { ok: false; message: string }

/**
 * Number of the 残疾人证: citizen number 18, category 1, level 1; each reissue adds `B` and a count. A new assessment changes the
 * number. (From professional memory: to be read again before go-live.)
 */
export function readDisabilityCertificate(text: string): DisabilityCertificateReading {
  const number = normaliseIdentityNumber(text).toUpperCase()
  const parts = /^(\d{17}[\dX])(\d)(\d)(?:B(\d{1,2}))?$/.exec(number)
  if (!parts) return { ok: false, message: '残疾人证号应为 20 位：18 位公民身份号码加残疾类别、等级各 1 位（补发的后面加 B 和次数），请对照证件核对。' }
  const [, identityNumber = '', category = '', level = '', reissue] = parts
  const holder = readCitizenNumber(identityNumber)
  if (!holder.ok) return { ok: false, message: `残疾人证号前 18 位有误：${holder.problem.message}` }
  if (!isCode(DISABILITY_CATEGORY, category)) return { ok: false, message: `残疾人证号第 19 位是“${category}”，残疾类别应为 1 至 7，请对照证件核对。` }
  if (!isCode(DISABILITY_LEVEL, level)) return { ok: false, message: `残疾人证号第 20 位是“${level}”，残疾等级应为 1 至 4，请对照证件核对。` }
  return { ok: true, number, identityNumber, disability: { category, level }, reissue: Number(reissue ?? 0) }
}

export const DisabilityCertificateNumber = z
  .string({ message: '请填写残疾人证号' })
  .max(60, '残疾人证号过长，请对照证件核对')
  .overwrite((text) => normaliseIdentityNumber(text).toUpperCase())
  .superRefine((text, context) => {
    const reading = readDisabilityCertificate(text)
    if (!reading.ok) context.addIssue({ code: 'custom', message: reading.message })
  })
