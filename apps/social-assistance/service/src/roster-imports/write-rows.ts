import { documentLookup, type Ciphers, type ReadRow, type Work } from '@xishan/service-kit'
import { z } from 'zod'
import type { RosterImport } from './roster-import.entity'
import { readRosterRow, type RosterRow, type RowReading } from './roster-row'

/** A stored row's cells, opened. */
export const openCells = (ciphers: Ciphers, sealed: string): (string | null)[] => Cells.parse(JSON.parse(ciphers.decrypt(sealed)))
const Cells = z.array(z.string().nullable())

export const personOf = (number: string): { type: '1'; number: string } => ({ type: '1', number })

export const accountLookup = (ciphers: Ciphers, account: string): string => ciphers.lookup('account', account)

const rowKey = (number: number): string => `r:${String(number).padStart(7, '0')}`

/** Which household a row belongs to: by its number, by its head's identity number, else to the head that stands above it. */
export function householdKey(row: RosterRow, { kind, columns }: Pick<RowReading, 'kind' | 'columns'>, above: string, ciphers: Ciphers): string {
  const { householdNumber, facts, secrets } = row
  if (kind === 'OTHER_ENTITLEMENT') return rowKey(row.number)
  if (householdNumber !== null) return `n:${householdNumber}`
  const head = secrets.headNumber ?? (columns['headIdNumber'] !== undefined && (facts.relation === '0' || facts.relation === null) ? secrets.number : null)
  if (head !== null) return `p:${documentLookup(ciphers, personOf(head))}`
  if (columns['relation'] === undefined || facts.relation === '0' || above === '') return rowKey(row.number)
  return above
}

export interface Prepared {
  rows: object[]
  /** The household that the next row belongs to when it says nothing. */
  above: string
}

/** Rows as they are stored: cells sealed, facts beside them. */
export function prepareRows(rows: readonly ReadRow[], reading: RowReading, above: string, roster: Pick<RosterImport, 'id' | 'divisionCode'>, ciphers: Ciphers): Prepared {
  let key = above
  const prepared = rows.map((cells) => {
    const row = readRosterRow(cells, reading)
    key = householdKey(row, reading, key, ciphers)
    const { number, account } = row.secrets
    return {
      importId: roster.id,
      rowNumber: row.number,
      divisionCode: row.divisionCode ?? roster.divisionCode,
      cells: ciphers.encrypt(JSON.stringify(cells.cells)),
      key,
      name: row.name,
      masked: row.documentMasked,
      lookup: number && documentLookup(ciphers, personOf(number)),
      personKey: number && ciphers.personKey('1', number),
      facts: { ...row.facts, accountLookup: account && accountLookup(ciphers, account) },
      problems: row.problems,
    }
  })
  return { rows: prepared, above: key }
}

/** What was written before stays as it is: a run that was killed reads some rows again. */
export async function writeRows(work: Work, rows: readonly object[]): Promise<void> {
  await work.query(
    `insert into roster_row (import_id, row_number, division_code, cells_sealed, household_key, name, document_masked, document_lookup, person_key, facts, outcome, problems)
     select r."importId", r."rowNumber", r."divisionCode", r.cells, r.key, r.name, r.masked, r.lookup, r."personKey", r.facts, 'READ', r.problems
     from jsonb_to_recordset($1::jsonb) as r("importId" uuid, "rowNumber" int, "divisionCode" text, cells text, key text, name text, masked text, lookup text, "personKey" text, facts jsonb, problems jsonb)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}
