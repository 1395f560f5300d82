import { chainHash, newId } from '@xishan/service-kit'
import type { TestService } from '@xishan/service-kit/testing'

/** Rows that were written past the triggers: their entry, as of rows that were written together, is made up for. */
export async function enterInAudit({ sql }: Pick<TestService, 'sql'>, table: string): Promise<void> {
  const [rows] = await sql<{ count: number }>(`select count(*)::int as count from ${table}`)
  const entry = {
    subjectType: `${table}-batch`, subjectId: newId(), seq: 1, divisionCode: '530112', action: 'write', actorId: 'test', actorName: '测试', actorRoles: [], at: new Date().toISOString(), businessDate: '2025-09-30',
    requestId: 'test', summary: { count: rows?.count ?? 0 },
  }
  const hash = chainHash('', entry)
  await sql(
    `insert into audit_entry (subject_type, subject_id, seq, division_code, action, actor_id, actor_name, actor_roles, at, business_date, request_id, summary, prev_hash, hash)
     values ($1, $2, 1, $3, $4, $5, $6, '{}', $7, $8, $9, $10, '', $11)`,
    [entry.subjectType, entry.subjectId, entry.divisionCode, entry.action, entry.actorId, entry.actorName, entry.at, entry.businessDate, entry.requestId, JSON.stringify(entry.summary), hash],
  )
  await sql(`set session_replication_role = replica`)
  await sql(`update ${table} set audit_head = '${hash}'`)
  await sql(`set session_replication_role = default`)
}
