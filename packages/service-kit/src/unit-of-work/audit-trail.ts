import { DomainProblem, type Actor } from '@xishan/domain'
import type { EntityManager } from 'typeorm'
import { chainHash, textDigest } from '../seals'
import type { AuditedEntity } from './audited.entity'
import { newId } from './new-id'

/** Column or subject → old and new value; a value that may not be shown is `true` for "changed". */
export type Changes = Record<string, unknown>

const BOOKKEEPING = new Set(['id', 'version', 'auditHead', 'auditSeq'])

/** The columns of a row by property name. */
export function valuesOf(manager: EntityManager, row: object): Record<string, unknown> {
  const { columns } = manager.connection.getMetadata(row.constructor)
  return Object.fromEntries(columns.map((column) => [column.propertyName, structuredClone(column.getEntityValue(row))]))
}

/** What a save changes. Sealed (encrypted) values and the keys of persons only say that they changed; of a new row only the names of its columns are kept. */
export function changesOf(before: Record<string, unknown> | undefined, after: Record<string, unknown>): Changes {
  const names = Object.keys(after).filter((name) => !BOOKKEEPING.has(name) && after[name] !== null && after[name] !== undefined)
  if (!before) return Object.fromEntries(names.map((name) => [name, true]))
  const changed = Object.keys(after).filter((name) => !BOOKKEEPING.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, isShort(before[name]) && isShort(after[name]) && !/(sealed|lookup|personKey)$/i.test(name) ? [before[name] ?? null, after[name] ?? null] : true]))
}

const isShort = (value: unknown): boolean => value === null || value === undefined || ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value.length <= 60)

/** Appends to the chain of each row; the service can add entries and never change one. */
export class AuditTrail {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
    private readonly businessDate: string,
    private readonly requestId: string,
    private readonly now: Date,
  ) {}

  /** Adds the entry of a row's next version and moves the row's head to it. */
  async append(row: AuditedEntity, subjectType: string, action: string, summary: Changes): Promise<void> {
    const entry = await this.write({ type: subjectType, id: row.id, divisionCode: row.divisionCode }, row.auditSeq + 1, row.auditHead, action, summary)
    row.auditHead = entry.hash
    row.auditSeq = entry.seq
  }

  appendBatch(subjectType: string, rows: AuditedEntity[], action: string, note: string): Promise<{ hash: string; seq: number }> {
    const summary = { note, count: rows.length, digest: textDigest(rows.map((row) => row.id).join('\n')) }
    return this.write({ type: `${subjectType}-batch`, id: newId(), divisionCode: this.actor.scope }, 1, '', action, summary)
  }

  async note(subject: { type: string; id: string; divisionCode: string }, action: string, summary: Changes): Promise<void> {
    await this.write({ ...subject, type: `${subject.type}-access`, id: newId() }, 1, '', action, { ...summary, of: subject.id })
  }

  /** Who moved the row on, for the one who comes second. */
  async staleVersion(row: AuditedEntity): Promise<DomainProblem> {
    const [last]: { by: string; at: string }[] = await this.manager.query(
      `select actor_name as by, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at from audit_entry where subject_id = $1 order by seq desc limit 1`,
      [row.id],
    )
    return new DomainProblem('stale-version', { by: last?.by ?? '其他同事', at: last?.at ?? '刚才' })
  }

  private async write(subject: { type: string; id: string; divisionCode: string }, seq: number, prevHash: string, action: string, summary: Changes): Promise<{ hash: string; seq: number }> {
    const entry = {
      subjectType: subject.type,
      subjectId: subject.id,
      seq,
      divisionCode: subject.divisionCode,
      action,
      actorId: this.actor.id,
      actorName: this.actor.name,
      actorRoles: [...this.actor.roles],
      at: this.now.toISOString(),
      businessDate: this.businessDate,
      requestId: this.requestId,
      summary,
    }
    const hash = chainHash(prevHash, entry)
    await this.manager.query(
      `insert into audit_entry (subject_type, subject_id, seq, division_code, action, actor_id, actor_name, actor_roles, at, business_date, request_id, summary, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [entry.subjectType, entry.subjectId, seq, entry.divisionCode, action, entry.actorId, entry.actorName, entry.actorRoles, entry.at, entry.businessDate, entry.requestId, JSON.stringify(summary), prevHash, hash],
    )
    return { hash, seq }
  }
}
