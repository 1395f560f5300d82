import { DomainProblem, scopeRange, type Actor, type Saved } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { BusinessClock } from '../clock/business-clock'
import { EventOutbox } from '../events/event-outbox'
import { requestContext, type RequestContext } from './request-context'
import { Work } from './work'

/** The only way to write: everything in it happens in one transaction under the actor's row security, or not at all. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(EventOutbox) private readonly outbox: EventOutbox,
  ) {}

  /** A write that a person asked for; repeated with the same idempotency key it answers what it answered before. */
  async run(actor: Actor, task: (work: Work) => Promise<Saved>): Promise<Saved> {
    const context = requestContext.getStore()
    return this.transaction(actor, async (work, manager) => {
      if (!context?.idempotencyKey || context.keySpent) return task(work)
      const key = context.idempotencyKey
      const earlier = await this.claim(manager, actor, key, context)
      if (earlier) return earlier
      const saved = await task(work)
      await manager.query(`update idempotency set result_id = $3, result_version = $4, result_number = $5 where actor_id = $1 and key = $2`, [
        actor.id,
        key,
        saved.id,
        saved.version,
        saved.number ?? null,
      ])
      return saved
    })
  }

  /** A write of a job or an event handler, whose repetition is ruled out elsewhere. */
  async perform<T>(actor: Actor, task: (work: Work) => Promise<T>): Promise<T> {
    return this.transaction(actor, (work) => task(work))
  }

  private async transaction<T>(actor: Actor, task: (work: Work, manager: EntityManager) => Promise<T>): Promise<T> {
    const { from, to } = scopeRange(actor.scope)
    const businessDate = await this.clock.today()
    return this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.scope', $1, true), set_config('app.scope_end', $2, true)`, [from, to])
      const work = new Work(manager, actor, businessDate, requestContext.getStore()?.requestId ?? 'job', this.outbox)
      return task(work, manager)
    })
  }

  private async claim(manager: EntityManager, actor: Actor, key: string, context: RequestContext): Promise<Saved | undefined> {
    context.keySpent = true
    const inserted: unknown[] = await manager.query(
      `insert into idempotency (actor_id, key, digest) values ($1, $2, $3) on conflict do nothing returning key`,
      [actor.id, key, context.digest()],
    )
    if (inserted.length > 0) return undefined
    const [earlier]: { digest: string; result_id: string; result_version: number; result_number: string | null }[] = await manager.query(
      `select digest, result_id, result_version, result_number from idempotency where actor_id = $1 and key = $2`,
      [actor.id, key],
    )
    if (!earlier || earlier.digest !== context.digest()) throw new DomainProblem('key-reused')
    return { id: earlier.result_id, version: earlier.result_version, ...(earlier.result_number ? { number: earlier.result_number } : {}) }
  }
}
