import type { AuditBreak, AuditReport } from './audit-break'
import { chainHash } from './chain-hash'
import type { Seal } from './seal'
import { verifySeals } from './verify-seals'

/** Runs SQL on one connection. */
export type Query = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>

const BATCH = 5000

/**
 * Verifies every chain, the heads that the rows carry, and the seals against the file outside the database.
 * `query` speaks to the service's schema as a role that sees every row (its migrator), in one REPEATABLE READ transaction,
 * so that writing may go on meanwhile. `fileSeals` are the file's, in its order.
 */
export async function verifyAudit(query: Query, fileSeals: AsyncIterable<Seal>): Promise<AuditReport> {
  const report: AuditReport = { entries: 0, chains: 0, seals: 0, breaks: [] }
  await verifyChains(query, report)
  for (const table of await auditedTables(query)) await verifyHeads(query, table, report)
  await verifySealedHeads(query, report)
  await verifySeals(query, fileSeals, report)
  return report
}

interface StoredEntry {
  subjectType: string
  subjectId: string
  seq: number
  divisionCode: string
  action: string
  actorId: string
  actorName: string
  actorRoles: string[]
  at: string
  businessDate: string
  requestId: string
  summary: Record<string, unknown>
  prevHash: string
  hash: string
}

const ENTRIES = `
  select subject_type as "subjectType", subject_id::text as "subjectId", seq, division_code as "divisionCode", action, actor_id as "actorId",
         actor_name as "actorName", actor_roles as "actorRoles", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
         business_date::text as "businessDate", request_id as "requestId", summary, prev_hash as "prevHash", hash
  from audit_entry where (subject_type, subject_id, seq) > ($1, $2::uuid, $3) order by subject_type, subject_id, seq limit ${BATCH}`

/** Walks the chains in order, never holding more than one batch. */
async function verifyChains(query: Query, report: AuditReport): Promise<void> {
  const batches = await batchHashes(query)
  let previous: StoredEntry | undefined
  for (;;) {
    const entries: StoredEntry[] = await query(ENTRIES, [previous?.subjectType ?? '', previous?.subjectId ?? '00000000-0000-0000-0000-000000000000', previous?.seq ?? 0])
    for (const entry of entries) {
      const isSame = previous?.subjectType === entry.subjectType && previous.subjectId === entry.subjectId
      if (!isSame) report.chains++
      report.breaks.push(...breaksOf(entry, isSame ? previous : undefined, batches))
      previous = entry
    }
    report.entries += entries.length
    if (entries.length < BATCH) return
  }
}

function breaksOf(entry: StoredEntry, previous: StoredEntry | undefined, batches: ReadonlyMap<string, string>): AuditBreak[] {
  const { prevHash, hash, at, ...content } = entry
  const where = { subjectType: entry.subjectType, subjectId: entry.subjectId, seq: entry.seq }
  const found: AuditBreak[] = []
  if (chainHash(prevHash, { ...content, at: milliseconds(at) }) !== hash) found.push({ kind: 'entry-altered', ...where })
  // A row that was written in a batch begins with the batch's entry as its first.
  const isAfterBatch = !previous && batches.get(prevHash) === `${entry.subjectType}-batch`
  const expectedSeq = previous ? previous.seq + 1 : isAfterBatch ? 2 : 1
  if (entry.seq !== expectedSeq) found.push({ kind: 'entry-missing', ...where, seq: expectedSeq })
  else if (!isAfterBatch && prevHash !== (previous?.hash ?? '')) found.push({ kind: 'link-broken', ...where })
  return found
}

/** Entries are written with milliseconds; anything finer was put there by somebody else and must not agree. */
const milliseconds = (at: string): string => `${at.endsWith('000') ? at.slice(0, -3) : at}Z`

async function batchHashes(query: Query): Promise<Map<string, string>> {
  const rows = await query<{ hash: string; type: string }>(`select hash, subject_type as type from audit_entry where subject_type like '%-batch'`)
  return new Map(rows.map(({ hash, type }) => [hash, type]))
}

const auditedTables = async (query: Query): Promise<string[]> =>
  (
    await query<{ name: string }>(
      `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = current_schema() and column_name = 'audit_head' and table_type = 'BASE TABLE' order by 1`,
    )
  ).map(({ name }) => name)

/** Each row names the last entry of its chain, and each chain of a table has its row. */
async function verifyHeads(query: Query, table: string, report: AuditReport): Promise<void> {
  const differing = await query<{ id: string }>(
    `select r.id::text from ${quoted(table)} r
     left join lateral (select seq, hash from audit_entry where subject_type = $1 and subject_id = r.id order by seq desc limit 1) last on true
     where not case when last.seq is null
       then r.audit_seq = 1 and exists (select from audit_entry batch where batch.hash = r.audit_head and batch.subject_type = $1 || '-batch')
       else r.audit_seq = last.seq and r.audit_head = last.hash end`,
    [table],
  )
  for (const { id } of differing) report.breaks.push({ kind: 'head-differs', subjectType: table, subjectId: id })
  const orphans = await query<{ id: string }>(
    `select distinct e.subject_id::text as id from audit_entry e where e.subject_type = $1 and not exists (select from ${quoted(table)} r where r.id = e.subject_id)`,
    [table],
  )
  for (const { id } of orphans) report.breaks.push({ kind: 'row-missing', subjectType: table, subjectId: id })
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function verifySealedHeads(query: Query, report: AuditReport): Promise<void> {
  const rows = await query<{ subjectType: string; subjectId: string; seq: number; seal: number; isMissing: boolean }>(
    `select h.subject_type as "subjectType", h.subject_id::text as "subjectId", h.seq, h.seal::int, e.hash is null as "isMissing"
     from audit_seal_head h left join audit_entry e on (e.subject_type, e.subject_id, e.seq) = (h.subject_type, h.subject_id, h.seq)
     where e.hash is distinct from h.hash order by h.seal, 1, 2`,
  )
  for (const { isMissing, ...where } of rows) report.breaks.push({ kind: isMissing ? 'sealed-entry-missing' : 'sealed-entry-differs', ...where })
}
