import { addMonths, daysBetween } from '@xishan/domain'
import { DISPOSITION_PARAMETER, ECO_KINDS, countsAsEco, type DispositionQuery, type DispositionRow } from '@xishan/funeral-management-contract'
import { Conditions, cursorParts, foundBy, type Statement } from '@xishan/service-kit'

export type ListedDisposition = Omit<DispositionRow, 'eco' | 'freeUntil' | 'daysOver'>

export const LISTED = `d.id, d.version, d.number, d.state, d.deceased_name as "deceasedName", d.document_masked as "documentMasked", d.kind, d.remains, d.disposed_on::text as "disposedOn", d.place, d.certificate_number as "certificateNumber"`

/** Whether a row `d` counts as eco by its date, the table given as a parameter. */
export const isEco = (conditions: Conditions): string =>
  `exists (select from jsonb_to_recordset(${conditions.place(JSON.stringify(ECO_KINDS))}::jsonb) as e(kind text, "effectiveFrom" date, "effectiveTo" date)
     where e.kind = d.kind and d.disposed_on >= e."effectiveFrom" and (e."effectiveTo" is null or d.disposed_on < e."effectiveTo"))`

type Filters = Omit<DispositionQuery, 'after' | 'limit'>

/** How long ashes are kept free of charge on a day. */
const FREE_MONTHS = `(select (p.value #>> '{}')::int from parameter_version p where p.key = ? and p.effective_from <= ?::date and (p.effective_to is null or p.effective_to > ?::date))`

function filtered(query: Filters, today: string): { conditions: Conditions; from: string; number: string } {
  const conditions = new Conditions().within('d.division_code', query.division)
  const { from, number } = foundBy(conditions, { table: 'disposition', alias: 'd', nameColumn: 'deceased_name' }, query.q)
  conditions
    .andIf(query.kind, (kind) => conditions.and('d.kind = ?', kind))
    .andIf(query.state, (state) => conditions.and('d.state = ?', state))
    .andIf(query.from, (day) => conditions.and('d.disposed_on >= ?', day))
    .andIf(query.to, (day) => conditions.and('d.disposed_on <= ?', day))
    .andIf(query.eco, (eco) => conditions.and(`${eco ? '' : 'not '}${isEco(conditions)}`))
    .andIf(query.overdue, (overdue) => conditions.and(`${overdue ? '' : 'not '}(d.state = 'STANDING' and d.kind = 'TEMPORARY' and d.disposed_on + make_interval(months => ${FREE_MONTHS}) < ?::date)`, DISPOSITION_PARAMETER.freeKeeping, today, today, today))
  return { conditions, from, number }
}

/** One page, newest first; takes its limit as the last parameter. */
export function dispositionPage(query: DispositionQuery, today: string): Statement {
  const { conditions, from, number } = filtered(query, today)
  const [last] = cursorParts(query.after, 1) ?? []
  conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
  return { sql: `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

/** Every row under the filters, for a workbook. */
export function dispositionList(query: Filters, today: string): { list: Statement; count: Statement } {
  const { conditions, from, number } = filtered(query, today)
  return {
    list: { sql: `select ${LISTED} from ${from} where ${conditions} order by ${number} desc`, parameters: conditions.parameters },
    count: { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters },
  }
}

export function dispositionRow(row: ListedDisposition, today: string, freeMonths: number): DispositionRow {
  const freeUntil = row.kind === 'TEMPORARY' && row.state === 'STANDING' ? addMonths(row.disposedOn, freeMonths) : null
  return { ...row, eco: countsAsEco(row.kind, row.disposedOn), freeUntil, daysOver: freeUntil === null ? null : Math.max(0, daysBetween(freeUntil, today)) }
}
