import { scopeRange, type Actor, type Saved } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { BusinessClock } from '../clock/business-clock'
import { EventOutbox } from '../events/event-outbox'
import { LongJobs } from '../jobs/long-jobs'
import { once } from './once'
import { requestContext } from './request-context'
import { Work } from './work'

/** The only way to write: everything in it happens in one transaction under the actor's row security, or not at all. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(EventOutbox) private readonly outbox: EventOutbox,
    @Inject(LongJobs) private readonly jobs: LongJobs,
  ) {}

  /** A write that a person asked for; repeated with the same idempotency key it answers what it answered before. */
  async run(actor: Actor, task: (work: Work) => Promise<Saved>): Promise<Saved> {
    return this.transaction(actor, (work, manager) => once(manager, actor, () => task(work)))
  }

  /** A write of a job or an event handler, whose repetition is ruled out elsewhere. */
  async perform<T>(actor: Actor, task: (work: Work) => Promise<T>): Promise<T> {
    return this.transaction(actor, (work) => task(work))
  }

  private async transaction<T>(actor: Actor, task: (work: Work, manager: EntityManager) => Promise<T>): Promise<T> {
    const { from, to } = scopeRange(actor.scope)
    const businessDate = await this.clock.today()
    let transaction: EntityManager | undefined
    const result = await this.source.transaction(async (manager) => {
      transaction = manager
      await manager.query(`select set_config('app.scope', $1, true), set_config('app.scope_end', $2, true), set_config('app.actor', $3, true), set_config('app.today', $4, true)`, [from, to, actor.id, businessDate])
      const work = new Work(manager, actor, businessDate, requestContext.getStore()?.requestId ?? 'job', this.outbox, this.jobs, this.clock.now())
      return task(work, manager)
    })
    if (transaction) this.outbox.committed(transaction)
    return result
  }
}
