import { Inject, Injectable, Logger } from '@nestjs/common'
import { PgBoss, type Db, type Job } from 'pg-boss'
import { DataSource, type EntityManager } from 'typeorm'
import { jobsSchema } from '../database/migrate'
import type { ServiceDefinition } from '../service/define-service'
import { schemaOf } from '../service/define-service'
import { DEFINITION } from '../service/tokens'

interface Answer {
  rows: Record<string, unknown>[]
}

/** What the queue needs of pg's connection; a text of several statements answers a result for each. */
interface Connection {
  query(text: string, values?: unknown[]): Promise<Answer | Answer[]>
}

/** The queue works on a connection of our own: inside the transaction that `manager` is in, or on one from its pool. */
const through = (manager: EntityManager): Db => ({
  executeSql: async (text, values) => {
    const runner = manager.queryRunner
    const owned = runner ?? manager.connection.createQueryRunner()
    try {
      const connection: Connection = await owned.connect()
      const result = await connection.query(text, values ? [...values] : undefined)
      return { rows: [result].flat().flatMap(({ rows }) => rows ?? []) }
    } finally {
      if (!runner) await owned.release()
    }
  },
})

/** How often jobs are looked for whose process died: it is noticed this long after their heartbeat stopped, not a minute later. */
const LOOK_AFTER_SECONDS = 10

/** Work off the request path, kept in the service's own database. A job sent in a transaction exists only if that commits. */
@Injectable()
export class JobQueue {
  private readonly logger = new Logger('jobs')
  private boss: PgBoss | undefined

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  async start(): Promise<void> {
    const boss = new PgBoss({
      db: through(this.source.manager),
      schema: jobsSchema(schemaOf(this.definition.contract.line)),
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      superviseIntervalSeconds: LOOK_AFTER_SECONDS,
      monitorIntervalSeconds: LOOK_AFTER_SECONDS,
    })
    boss.on('error', (error) => this.logger.warn(`job queue: ${error.message}`))
    await boss.start()
    this.boss = boss
  }

  async send(queue: string, data: object, manager: EntityManager = this.source.manager): Promise<void> {
    await this.running.send(queue, data, { db: through(manager) })
  }

  async work<T>(queue: string, handler: (job: Job<T>) => Promise<void>, { pollingIntervalSeconds = 0.5, atOnce = 1 } = {}): Promise<void> {
    await this.running.work<T>(queue, { pollingIntervalSeconds, batchSize: 1, localConcurrency: atOnce }, async ([job]) => {
      if (job) await handler(job)
    })
  }

  async everyMinute(queue: string): Promise<void> {
    await this.running.schedule(queue, '* * * * *')
  }

  async stop(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 3000 })
    this.boss = undefined
  }

  private get running(): PgBoss {
    if (!this.boss) throw new Error('the job queue has not started')
    return this.boss
  }
}
