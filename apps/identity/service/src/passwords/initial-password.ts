import { randomInt } from 'node:crypto'

/** Without characters that look alike on paper: no 0 O 1 l I. */
const LETTERS = { capital: 'ABCDEFGHJKLMNPQRSTUVWXYZ', small: 'abcdefghijkmnpqrstuvwxyz', digit: '23456789' }
const pick = (from: string): string => from.charAt(randomInt(from.length))
const group = (from: string, length: number): string => Array.from({ length }, () => pick(from)).join('')

/** A password to be read out once and replaced at the first sign-in: four groups of four, about 76 bits. */
export const issuePassword = (): string =>
  [group(LETTERS.capital, 4), group(LETTERS.small, 4), group(LETTERS.digit, 4), group(LETTERS.small, 4)].join('-')
