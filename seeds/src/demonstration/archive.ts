import { ROLES, type Actor } from '@xishan/domain'
import { chainHash, changesOf, type AuditContent, type AuditedEntity, type CaseEntity } from '@xishan/service-kit'
import { idAt } from './identifiers'
import type { Draw } from './random'

/** A row as it goes into its table: columns by name. */
export type Row = Record<string, unknown>

const snake = new Map<string, string>()
function column(property: string): string {
  const known = snake.get(property) ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  snake.set(property, known)
  return known
}

/** The columns of an entity. */
export function rowOf(entity: object): Row {
  const row: Row = {}
  for (const [property, value] of Object.entries(entity)) row[column(property)] = value
  return row
}

/** Who did it, when, on which business date. */
export interface Act {
  actor: Actor
  /** Milliseconds since 1970. */
  at: number
  on: string
}

/** What a step keeps beside its action; the same as a unit of work stores. */
export interface StepRecord {
  opinion?: string | undefined
  input?: Row | undefined
  trace?: object | undefined
  attachmentsDigest?: string | null
}

const REQUEST = 'demonstration'

/** Only what differs is compared value by value. */
function differing(before: Row, after: Row): [Row, Row] {
  const [was, is]: [Row, Row] = [{}, {}]
  for (const name of Object.keys(after)) {
    if (before[name] === after[name]) continue
    was[name] = before[name]
    is[name] = after[name]
  }
  return [was, is]
}

/** An audit entry as a row. */
const entryRow = (entry: AuditContent, previous: string, hash: string): Row => ({
  subject_type: entry.subjectType,
  subject_id: entry.subjectId,
  seq: entry.seq,
  division_code: entry.divisionCode,
  action: entry.action,
  actor_id: entry.actorId,
  actor_name: entry.actorName,
  actor_roles: entry.actorRoles,
  at: entry.at,
  business_date: entry.businessDate,
  request_id: entry.requestId,
  summary: entry.summary,
  prev_hash: previous,
  hash,
})

/** Collects the rows of the history, with an audit chain and numbers as the running service would have made them. */
export class Archive {
  private tables = new Map<string, Row[]>()
  private readonly saved = new WeakMap<AuditedEntity, Row>()
  private readonly series = new Map<string, number>()

  constructor(private readonly draw: Draw) {}

  id(at: number): string {
    return idAt(at, this.draw)
  }

  /** `XS-SA-2025-000123`, without gaps. */
  number(series: string, on: string): string {
    const year = on.slice(0, 4)
    const next = (this.series.get(`${series} ${year}`) ?? 0) + 1
    this.series.set(`${series} ${year}`, next)
    return `XS-${series}-${year}-${String(next).padStart(6, '0')}`
  }

  /** The last number given in each series and year. */
  lastNumbers(): Row[] {
    return [...this.series].map(([key, last]) => {
      const [series, year] = key.split(' ')
      return { series, year: Number(year), last }
    })
  }

  add(table: string, ...rows: readonly Row[]): void {
    const known = this.tables.get(table)
    if (known) known.push(...rows)
    else this.tables.set(table, [...rows])
  }

  /** Counts up a row's version and adds the entry to its audit chain. The row itself is added when its history is complete. */
  save(entity: AuditedEntity, table: string, action: string, act: Act, changes: Row = {}): void {
    const before = this.saved.get(entity)
    entity.version += 1
    const after: Row = { ...entity }
    const [was, is] = before ? differing(before, after) : [undefined, after]
    const entry = {
      subjectType: table,
      subjectId: entity.id,
      seq: entity.auditSeq + 1,
      divisionCode: entity.divisionCode,
      action,
      actorId: act.actor.id,
      actorName: act.actor.name,
      actorRoles: [...act.actor.roles],
      at: new Date(act.at).toISOString(),
      businessDate: act.on,
      requestId: REQUEST,
      summary: { ...changesOf(was, is), ...changes },
    }
    const hash = chainHash(entity.auditHead, entry)
    this.add('audit_entry', entryRow(entry, entity.auditHead, hash))
    entity.auditSeq = entry.seq
    entity.auditHead = hash
    this.saved.set(entity, after)
  }

  /** An audited act that changes no row, in a chain of its own. */
  note(subject: { type: string; id: string; divisionCode: string }, action: string, act: Act, summary: Row): void {
    const entry = {
      subjectType: `${subject.type}-access`,
      subjectId: this.id(act.at),
      seq: 1,
      divisionCode: subject.divisionCode,
      action,
      actorId: act.actor.id,
      actorName: act.actor.name,
      actorRoles: [...act.actor.roles],
      at: new Date(act.at).toISOString(),
      businessDate: act.on,
      requestId: REQUEST,
      summary: { ...summary, of: subject.id },
    }
    this.add('audit_entry', entryRow(entry, '', chainHash('', entry)))
  }

  step(of: CaseEntity, table: string, seq: number, moved: { action: string; from: string | null; to: string }, act: Act, { opinion, input, trace, attachmentsDigest }: StepRecord): void {
    this.add('case_step', {
      id: this.id(act.at),
      case_type: table,
      case_id: of.id,
      seq,
      division_code: of.divisionCode,
      action: moved.action,
      from_state: moved.from,
      to_state: moved.to,
      actor_id: act.actor.id,
      actor_name: act.actor.name,
      actor_roles: act.actor.roles.map((role) => ROLES[role]),
      at: new Date(act.at).toISOString(),
      business_date: act.on,
      due_on: of.dueOn,
      opinion: opinion ?? null,
      input: input ?? null,
      trace: trace ?? null,
      attachments_digest: attachmentsDigest ?? null,
    })
  }

  /** Hands over what was collected so far. */
  take(): Map<string, Row[]> {
    const taken = this.tables
    this.tables = new Map()
    return taken
  }
}
