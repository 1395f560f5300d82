import type { Conditions } from '../lists/conditions'

/** Where a list reads from, and its number to order and page by: of the table itself, or of the terms that lead to it. */
export interface Source {
  from: string
  number: string
}

/** Sorts after every text that begins like the one before it. */
const LAST_CHARACTER = '\u{10FFFF}'

/** Full-width letters and digits are the same as narrow ones, small letters the same as capitals. */
const searchText = (typed: string): string => typed.normalize('NFKC').toUpperCase().trim()

const isNumber = (text: string): boolean => /^[A-Z\d][A-Z\d-]*$/.test(text) && /\d/.test(text)

/** The term that finds all rows with the text, and some more if the text is longer than two characters. */
const termOf = (text: string): string => (isNumber(text) ? text : [...text].slice(-2).join(''))

/** A table that {@link searchTerms} keeps the terms of, and the column that holds its name. */
export interface Searched {
  table: string
  alias: string
  nameColumn: string
}

/** Rows of a table whose name holds what was typed, or whose number is it, begins or ends with it. */
export function foundBy(conditions: Conditions, { table, alias, nameColumn }: Searched, typed: string | undefined): Source {
  const text = searchText(typed ?? '')
  const whole = { from: `${table} ${alias}`, number: `${alias}.number` }
  if (text === '') return whole
  if (isNumber(text) && /[A-Z]/.test(text)) {
    conditions.and(`${alias}.number collate "C" >= ? and ${alias}.number collate "C" < ?`, text, text + LAST_CHARACTER)
    return whole
  }
  conditions.and('t.subject = ? and t.term = ?', table, termOf(text))
  if (!isNumber(text) && [...text].length > 2) conditions.and(`position(? in search_name(${alias}.${nameColumn})) > 0`, text)
  return { from: `search_term t join ${table} ${alias} on ${alias}.id = t.subject_id`, number: 't.number' }
}
