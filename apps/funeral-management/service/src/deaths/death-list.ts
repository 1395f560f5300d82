import { label, SEX } from '@xishan/domain'
import type { DeathQuery, DeathRow } from '@xishan/funeral-management-contract'
import { Conditions, cursorParts, foundBy, type PlaceNames, type Statement } from '@xishan/service-kit'

export type ListedDeath = Omit<DeathRow, 'placeName'> & { divisionCode: string; hukouDivisionCode: string }

export const LISTED = `d.id, d.number, d.deceased_name as "deceasedName", d.document_masked as "documentMasked", d.sex, d.birth_date::text as "birthDate", d.died_on::text as "diedOn", d.source, d.state,
  d.known_on::text as "knownOn", d.due_on::text as "dueOn", d.division_code as "divisionCode", d.hukou_division_code as "hukouDivisionCode", exists (select from cremation c where c.death_id = d.id) as cremated`

function filtered(query: Omit<DeathQuery, 'after' | 'limit'>): { conditions: Conditions; from: string; number: string } {
  const conditions = new Conditions().within('d.division_code', query.division)
  const { from, number } = foundBy(conditions, { table: 'death', alias: 'd', nameColumn: 'deceased_name' }, query.q)
  conditions
    .andIf(query.state, (state) => conditions.and('d.state = ?', state))
    .andIf(query.source, (source) => conditions.and('d.source = ?', source))
    .andIf(query.from, (day) => conditions.and('d.died_on >= ?', day))
    .andIf(query.to, (day) => conditions.and('d.died_on <= ?', day))
    .andIf(query.cremated, (cremated) => conditions.and(`${cremated ? '' : 'not '}exists (select from cremation c where c.death_id = d.id)`))
  return { conditions, from, number }
}

/** One page, newest first; takes its limit as the last parameter. */
export function deathPage(query: DeathQuery): Statement {
  const { conditions, from, number } = filtered(query)
  const [last] = cursorParts(query.after, 1) ?? []
  conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
  return { sql: `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

/** Every row under the filters, for a workbook. */
export function deathList(query: Omit<DeathQuery, 'after' | 'limit'>): { list: Statement; count: Statement } {
  const { conditions, from, number } = filtered(query)
  return {
    list: { sql: `select ${LISTED} from ${from} where ${conditions} order by ${number} desc`, parameters: conditions.parameters },
    count: { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters },
  }
}

export const deathRow = ({ divisionCode: _place, hukouDivisionCode, ...row }: ListedDeath, names: PlaceNames): DeathRow => ({ ...row, sex: row.sex && label(SEX, row.sex), placeName: names.whole(hukouDivisionCode) })
