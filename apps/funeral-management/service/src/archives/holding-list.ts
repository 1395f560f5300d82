import type { HoldingFilters, HoldingRow } from '@xishan/funeral-management-contract'
import { Conditions, type Statement } from '@xishan/service-kit'

export type ListedHolding = Omit<HoldingRow, 'late'>

export const LISTED = `h.id, h.version, h.number, h.office_id as "officeId", o.name as "officeName", h.registration, h.decade, h.files, h.digitised, h.checked, h.target_on::text as "targetOn", h.shelf,
  (select max(e.month) from archive_entry e where e.holding_id = h.id and e.reverses is null) as "lastMonth"
  from archive_holding h join registration_office o on o.id = h.office_id`

/** Oldest decade first, then by office. */
export const ORDER = `h.decade, o.name, h.registration, h.number`

export function holdingConditions({ officeId, registration, decade }: HoldingFilters): Conditions {
  const conditions = new Conditions()
  return conditions
    .andIf(officeId, (office) => conditions.and('h.office_id = ?', office))
    .andIf(registration, (kind) => conditions.and('h.registration = ?', kind))
    .andIf(decade, (year) => conditions.and('h.decade = ?', year))
}

export function holdingList(filters: HoldingFilters): { count: Statement; list: Statement } {
  const conditions = holdingConditions(filters)
  return {
    count: { sql: `select count(*)::int as count from archive_holding h where ${conditions}`, parameters: conditions.parameters },
    list: { sql: `select ${LISTED} where ${conditions} order by ${ORDER}`, parameters: conditions.parameters },
  }
}

export const holdingRow = (row: ListedHolding, today: string): HoldingRow => ({ ...row, late: row.digitised < row.files && row.targetOn < today })
