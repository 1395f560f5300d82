import { randomBytes } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 100 random bits in letters that are told apart on paper. */
export const newSurveyCode = (): string => [...randomBytes(20)].map((byte) => LETTERS.charAt(byte & 31)).join('')
