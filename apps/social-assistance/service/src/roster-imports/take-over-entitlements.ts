import { addToMonth } from '@xishan/domain'
import { newId, type Work } from '@xishan/service-kit'
import { keysAfter } from './judge-rows'
import type { RosterImport } from './roster-import.entity'

const PEOPLE = 500

/** Takes the next people of the list over. Null when there are none. */
export async function takeOverEntitlements(work: Work, roster: RosterImport, after: string): Promise<{ after: string; households: number } | null> {
  const keys = await keysAfter(work, roster.id, after, 'NEW', PEOPLE)
  const last = keys.at(-1)
  if (last === undefined) return null
  await work.query(
    `insert into other_entitlement (id, division_code, scheme, document_lookup, name, from_month, import_id)
     select k.id, r.division_code, $3, r.document_lookup, r.name, r.from_month, r.import_id
     from roster_row r join jsonb_to_recordset($2::jsonb) as k(key text, id uuid) on k.key = r.household_key
     where r.import_id = $1 and r.outcome = 'NEW'
     on conflict (scheme, document_lookup, from_month) do update set to_month = null, division_code = excluded.division_code, name = excluded.name, import_id = excluded.import_id`,
    [roster.id, JSON.stringify(keys.map((key) => ({ key, id: newId() }))), roster.scheme],
  )
  await work.query(`update roster_row set outcome = 'APPLIED' where import_id = $1 and household_key = any($2) and outcome = 'NEW'`, [roster.id, keys])
  return { after: last, households: keys.length }
}

/** Who is not on the list any more was supported until the month before it. */
export async function closeMissing(work: Work, { id, scheme, asOfMonth }: RosterImport): Promise<void> {
  await work.query(
    `update other_entitlement e set to_month = $3 where e.scheme = $2 and e.to_month is null
       and not exists (select from roster_row r where r.import_id = $1 and r.document_lookup = e.document_lookup)`,
    [id, scheme, addToMonth(asOfMonth, -1)],
  )
}
