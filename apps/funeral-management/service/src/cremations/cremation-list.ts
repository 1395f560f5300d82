import type { CremationQuery } from '@xishan/funeral-management-contract'
import { Conditions, cursorParts, foundBy, type Statement } from '@xishan/service-kit'

export const LISTED = `c.id, c.number, c.death_id as "deathId", d.number as "deathNumber", c.deceased_name as "deceasedName", d.document_masked as "documentMasked", d.died_on::text as "diedOn",
  to_json(c.cremated_at) #>> '{}' as "crematedAt", c.hall, c.furnace, c.certificate_number as "certificateNumber", c.ash_receiver as "ashReceiver", c.ashes`

function filtered(query: Omit<CremationQuery, 'after' | 'limit'>): { conditions: Conditions; from: string; number: string } {
  const conditions = new Conditions().within('c.division_code', query.division)
  const { from, number } = foundBy(conditions, { table: 'cremation', alias: 'c', nameColumn: 'deceased_name' }, query.q)
  conditions
    .andIf(query.ashes, (ashes) => conditions.and('c.ashes = ?', ashes))
    .andIf(query.from, (day) => conditions.and(`c.cremated_at >= (?::date)::timestamp at time zone 'Asia/Shanghai'`, day))
    .andIf(query.to, (day) => conditions.and(`c.cremated_at < (?::date + 1)::timestamp at time zone 'Asia/Shanghai'`, day))
  return { conditions, from: `${from} join death d on d.id = c.death_id`, number }
}

/** One page, newest first; takes its limit as the last parameter. */
export function cremationPage(query: CremationQuery): Statement {
  const { conditions, from, number } = filtered(query)
  const [last] = cursorParts(query.after, 1) ?? []
  conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
  return { sql: `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

/** Every row under the filters, for a workbook. */
export function cremationList(query: Omit<CremationQuery, 'after' | 'limit'>): { list: Statement; count: Statement } {
  const { conditions, from, number } = filtered(query)
  return {
    list: { sql: `select ${LISTED} from ${from} where ${conditions} order by ${number} desc`, parameters: conditions.parameters },
    count: { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters },
  }
}
