import type { RosterProblem } from '@xishan/social-assistance-contract'

/** A problem of a row that is already known. */
export type CellProblem = Omit<RosterProblem, 'id' | 'row'>

const LONGEST = 40

/** Long runs of digits may be numbers of people or accounts, whatever column they stand in. */
export const hideDigits = (text: string): string => text.replace(/\d[\dXx*]{7,}/g, (run) => `${run.slice(0, 3)}${'*'.repeat(Math.max(1, run.length - 5))}${run.slice(-2)}`)

const shown = (value: string | null): string => {
  const text = hideDigits((value ?? '').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
  return [...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text
}

/** @param sentence what is wrong and, behind “，请”, what to do about it */
export function cellProblem(column: string, value: string | null, sentence: string): CellProblem {
  const plain = hideDigits(sentence).replace(/。$/, '')
  const at = plain.indexOf('，请')
  return { column, value: shown(value), problem: at < 0 ? plain : plain.slice(0, at), remedy: at < 0 ? '' : plain.slice(at + 1) }
}
