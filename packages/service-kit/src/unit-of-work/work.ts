import { nextState, DomainProblem, ROLES, type ActionSpec, type Actor, type DecisionTrace, type EventPayload, type EventType, type Lifecycle, type Saved, type StepTaken } from '@xishan/domain'
import type { Type } from '@nestjs/common'
import type { EntityManager, FindOptionsWhere } from 'typeorm'
import type { EventOutbox } from '../events/event-outbox'
import type { LongJob } from '../jobs/job'
import type { LongJobs } from '../jobs/long-jobs'
import { AuditTrail, changesOf, valuesOf, type Changes } from './audit-trail'
import { AuditedEntity, CaseEntity } from './audited.entity'
import { newId } from './new-id'

export interface OutgoingEvent<T extends EventType = EventType> {
  type: T
  payload: EventPayload<T>
  occurredOn?: string
  personKey?: string
}

export interface SaveOptions {
  /** What the actor wrote, shown in the timeline. */
  opinion?: string
  /** The validated input of the action, kept with the step. No identity numbers. */
  input?: Record<string, unknown>
  trace?: DecisionTrace
  event?: OutgoingEvent
  /** What else changed that the row's own columns do not show. */
  changes?: Changes
}

interface PendingStep {
  action: string
  from: string | null
  to: string
}

/** One transaction's view of the store, in the words of use cases. */
export class Work {
  private readonly loaded = new WeakMap<AuditedEntity, Record<string, unknown>>()
  private readonly pending = new WeakMap<CaseEntity, PendingStep>()
  private readonly audit: AuditTrail

  constructor(
    private readonly manager: EntityManager,
    readonly actor: Actor,
    readonly businessDate: string,
    readonly requestId: string,
    private readonly outbox: EventOutbox,
    private readonly jobs: LongJobs,
    readonly now: Date,
  ) {
    this.audit = new AuditTrail(manager, actor, businessDate, requestId, now)
  }

  /**
   * The row, locked until the end of the transaction.
   * @throws DomainProblem `not-found` (also for a row outside the actor's scope), `stale-version` when it moved on since `version`
   */
  async get<E extends AuditedEntity>(entity: Type<E>, id: string, version?: number): Promise<E> {
    const found = await this.manager.findOne(entity, { where: { id } as FindOptionsWhere<E>, lock: { mode: 'pessimistic_write' } })
    if (!found) throw new DomainProblem('not-found')
    if (version !== undefined && found.version !== version) throw await this.audit.staleVersion(found)
    this.remember(found)
    return found
  }

  async findOne<E extends object>(entity: Type<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    const found = await this.manager.findOne(entity, { where })
    if (found instanceof AuditedEntity) this.remember(found)
    return found
  }

  async find<E extends object>(entity: Type<E>, where: FindOptionsWhere<E>): Promise<E[]> {
    const rows = await this.manager.find(entity, { where })
    for (const row of rows) if (row instanceof AuditedEntity) this.remember(row)
    return rows
  }

  query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.manager.query(sql, parameters)
  }

  /**
   * What follows writes rows by the thousand: plans of references and triggers are kept from row to row, instead of made anew for each.
   * Kept plans go by index alone, so that one made while a table was empty is right when it is full.
   */
  async writesMany(): Promise<void> {
    await this.query(`select set_config('plan_cache_mode', 'auto', true), set_config('enable_seqscan', 'off', true)`)
  }

  /** Rows that belong to a root saved in the same work: members, items, answers. */
  async insert<E extends object>(entity: Type<E>, rows: E[]): Promise<void> {
    if (rows.length > 0) await this.manager.insert(entity, rows as never)
  }

  async update<E extends object>(entity: Type<E>, where: FindOptionsWhere<E>, set: Partial<E>): Promise<void> {
    await this.manager.update(entity, where, set as never)
  }

  async remove<E extends object>(entity: Type<E>, where: FindOptionsWhere<E>): Promise<void> {
    await this.manager.delete(entity, where)
  }

  /** The steps taken on a case so far, oldest first. */
  steps(of: CaseEntity): Promise<(StepTaken & { actorName: string; businessDate: string })[]> {
    return this.query(`select action, actor_id as "actorId", actor_name as "actorName", business_date::text as "businessDate" from case_step where case_id = $1 order by seq`, [of.id])
  }

  /**
   * Moves a case by its lifecycle: the state, and the step that `save` will record.
   * @throws DomainProblem `action-out-of-state`, `action-not-yours`, `separation-of-duties`, `attachment-missing`
   */
  async take<S extends string, A extends string>(of: CaseEntity, lifecycle: Lifecycle<S, A>, action: A): Promise<S> {
    const to = nextState(lifecycle, action, { state: of.state, steps: await this.steps(of) }, this.actor)
    await this.requireAttachments(of, lifecycle, lifecycle.actions[action])
    this.pending.set(of, { action, from: of.state, to })
    if (of.state !== to) of.stateSince = this.businessDate
    of.state = to
    return to
  }

  /** Begins a case in the lifecycle's first state; `save` records it as the first step. */
  begin(of: CaseEntity, lifecycle: Lifecycle, action: string): void {
    of.state = lifecycle.initial
    of.stateSince = this.businessDate
    this.pending.set(of, { action, from: null, to: lifecycle.initial })
  }

  /** Row, case step, audit entry and outgoing event, all or nothing. */
  async save(row: AuditedEntity, action: string, options: SaveOptions = {}): Promise<Saved> {
    const entity = row.constructor as Type<AuditedEntity>
    const expected = row.version
    const before = this.loaded.get(row)
    const values = () => valuesOf(this.manager, row)
    row.version = expected + 1
    if (expected === 0) row.id ??= newId()
    await this.audit.append(row, this.manager.connection.getMetadata(entity).tableName, action, { ...changesOf(before, values()), ...options.changes })
    if (expected === 0) await this.manager.insert(entity, row)
    else {
      const { affected } = await this.manager.createQueryBuilder().update(entity).set(values()).where('id = :id and version = :expected', { id: row.id, expected }).execute()
      if (affected !== 1) throw await this.audit.staleVersion(row)
    }
    this.remember(row)
    if (row instanceof CaseEntity) await this.recordStep(row, action, options)
    if (options.event) await this.publish(row, options.event)
    return { id: row.id, version: row.version, ...(row instanceof CaseEntity ? { number: row.number } : {}) }
  }

  /** New rows of one kind written set-wise, with one audit entry of their count and digest. */
  async saveMany(rows: AuditedEntity[], action: string, note: string): Promise<void> {
    const [first] = rows
    if (!first) return
    const entity = first.constructor as Type<AuditedEntity>
    const entry = await this.audit.appendBatch(this.manager.connection.getMetadata(entity).tableName, rows, action, note)
    for (const row of rows) Object.assign(row, { version: 1, auditHead: entry.hash, auditSeq: entry.seq })
    for (let from = 0; from < rows.length; from += 500) await this.manager.insert(entity, rows.slice(from, from + 500))
  }

  /** An audited act that changes no row: a reveal, a refused attempt, a download. */
  async note(subject: { type: string; id: string; divisionCode: string }, action: string, summary: Changes): Promise<void> {
    await this.audit.note(subject, action, summary)
  }

  /** The next number of a series in the year of the business date, without gaps, e.g. `XS-SA-2025-000123`. */
  async nextNumber(series: string): Promise<string> {
    const [number = ''] = await this.nextNumbers(series, 1)
    return number
  }

  /** As many of them, for rows that are written set-wise. */
  async nextNumbers(series: string, count: number): Promise<string[]> {
    const year = Number(this.businessDate.slice(0, 4))
    const [row] = await this.query<{ last: number }>(
      `insert into number_series (series, year, last) values ($1, $2, $3)
       on conflict (series, year) do update set last = number_series.last + excluded.last returning last`,
      [series, year, count],
    )
    const before = (row?.last ?? 0) - count
    return Array.from({ length: count }, (_, at) => `XS-${series}-${year}-${String(before + at + 1).padStart(6, '0')}`)
  }

  /** Starts a long job that is there only if everything else in this work is. */
  startJob<I extends object>(job: Type<LongJob<I>>, input: I): Promise<Saved> {
    return this.jobs.startIn(this.manager, this.actor, job, input)
  }

  publish(subject: { divisionCode: string }, event: OutgoingEvent): Promise<void> {
    return this.publishAll([{ ...event, divisionCode: subject.divisionCode }])
  }

  /** Events of rows that are written set-wise. */
  async publishAll(events: readonly (OutgoingEvent & { divisionCode: string })[]): Promise<void> {
    await this.outbox.add(
      this.manager,
      events.map(({ type, payload, occurredOn, personKey, divisionCode }) => ({
        eventId: newId(),
        type,
        occurredOn: occurredOn ?? this.businessDate,
        knownOn: this.businessDate,
        ...(personKey ? { personKey } : {}),
        divisionCode,
        payload,
        schemaVersion: 1,
      })),
    )
  }

  private async requireAttachments(of: CaseEntity, lifecycle: Lifecycle, { label, needs: kinds = [] }: ActionSpec): Promise<void> {
    if (kinds.length === 0) return
    const present = await this.query<{ kind: string }>(`select distinct kind from attachment where subject_id = $1 and kind = any($2)`, [of.materialsOf, [...kinds]])
    const missing = kinds.filter((kind) => !present.some((row) => row.kind === kind))
    if (missing.length > 0) throw new DomainProblem('attachment-missing', { action: label, missing: missing.map((kind) => lifecycle.materials?.[kind] ?? kind).join('、') })
  }

  private async recordStep(row: CaseEntity, action: string, options: SaveOptions): Promise<void> {
    const step = this.pending.get(row)
    if (!step) return
    this.pending.delete(row)
    await this.query(
      `insert into case_step (id, case_type, case_id, seq, division_code, action, from_state, to_state, actor_id, actor_name, actor_roles, at, business_date, due_on, opinion, input, trace, attachments_digest)
       select $1, $2, $3, coalesce(max(seq), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
              (select encode(sha256(string_agg(digest, ',' order by id)::bytea), 'hex') from attachment where subject_id = $17)
       from case_step where case_id = $3`,
      [
        newId(),
        this.manager.connection.getMetadata(row.constructor).tableName,
        row.id,
        row.divisionCode,
        step.action || action,
        step.from,
        step.to,
        this.actor.id,
        this.actor.name,
        this.actor.roles.map((role) => ROLES[role]),
        this.now,
        this.businessDate,
        row.dueOn,
        options.opinion ?? null,
        options.input ? JSON.stringify(options.input) : null,
        options.trace ? JSON.stringify(options.trace) : null,
        row.materialsOf,
      ],
    )
  }

  private remember(row: AuditedEntity): void {
    this.loaded.set(row, valuesOf(this.manager, row))
  }
}
