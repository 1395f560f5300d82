import type { Conditions } from '../lists/conditions'

/** Sorts after every text that begins like the one before it. */
const LAST_CHARACTER = '\u{10FFFF}'

/** Full-width letters and digits are the same as narrow ones, small letters the same as capitals. */
export const searchText = (typed: string): string => typed.normalize('NFKC').toUpperCase().trim()

/** Rows whose name or number holds what was typed. */
export function foundBy(conditions: Conditions, table: 'application' | 'household' | 'benefit', idColumn: string, typed: string | undefined): void {
  const text = searchText(typed ?? '')
  if (text === '') return
  conditions.and(
    `exists (select from search_term t where t.subject = ? and t.subject_id = ${idColumn} and t.term >= ? and t.term < ?)`,
    table,
    text,
    text + LAST_CHARACTER,
  )
}
