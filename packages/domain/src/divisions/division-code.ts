import { z } from 'zod'

/** District 6 digits (GB/T 2260), street 9, community 12 (GB/T 10114 and the statistical codes). */
export const DIVISION_LEVELS = { district: '区', street: '街道', community: '社区' } as const
export type DivisionLevel = keyof typeof DIVISION_LEVELS

export type DivisionCodeReading = { ok: true; code: string; level: DivisionLevel } | { ok: false; message: string }

/**
 * Reads a division code in the short form kept here (6, 9 or 12 digits) or padded to twelve, as statistics write it
 * (`530112001000` is the street `530112001`).
 */
export function readDivisionCode(text: string): DivisionCodeReading {
  const digits = text.replace(/[\s　]/g, '')
  if (!/^\d+$/.test(digits)) return { ok: false, message: '区划代码应全部为数字。' }
  if (![6, 9, 12].includes(digits.length)) return { ok: false, message: `区划代码应为 6 位（区）、9 位（街道）或 12 位（社区），现为 ${digits.length} 位。` }
  if (!/^[1-9]/.test(digits)) return { ok: false, message: '区划代码首位不能为 0。' }
  const code = digits.replace(/^(\d{6})000(000)?$/, '$1').replace(/^(\d{9})000$/, '$1')
  return { ok: true, code, level: levelOf(code) }
}

/** A division code in its short form; the parsed value is without padding. */
export const DivisionCode = z
  .string({ message: '请选择所属区划' })
  .max(20, '区划代码过长')
  .superRefine((text, context) => {
    const reading = readDivisionCode(text)
    if (!reading.ok) context.addIssue({ code: 'custom', message: reading.message })
  })
  .overwrite((text) => {
    const reading = readDivisionCode(text)
    return reading.ok ? reading.code : text
  })

/** @throws RangeError when the length is none of 6, 9, 12 */
export function levelOf(code: string): DivisionLevel {
  if (code.length === 6) return 'district'
  if (code.length === 9) return 'street'
  if (code.length === 12) return 'community'
  throw new RangeError(`not a division code: ${code}`)
}

/** The code one level up; null for a district. */
export function parentCode(code: string): string | null {
  return levelOf(code) === 'district' ? null : code.slice(0, -3)
}

/** The street a code lies in; null for the district itself. */
export const streetCode = (code: string): string | null => (code.length >= 9 ? code.slice(0, 9) : null)
