import { Inject, Injectable } from '@nestjs/common'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { Gauge, Histogram, Registry } from 'prom-client'
import { DataSource } from 'typeorm'
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js'
import type { ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 3, 10]

/** Numbers that the database knows: name, meaning, expression. Asked in one statement, so that monitoring takes one connection. */
const KNOWN_NUMBERS: readonly [name: string, help: string, expression: string][] = [
  ['outbox_undelivered', 'events not yet taken by their lines', `(select count(*) from outbox_delivery where delivered_at is null)`],
  ['outbox_dead', 'events given up after all attempts', `(select count(*) from outbox_delivery where dead_at is not null and delivered_at is null)`],
  [
    'outbox_oldest_seconds',
    'age of the oldest undelivered event',
    `(select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox join outbox_delivery using (event_id) where delivered_at is null)`,
  ],
  ['jobs_open', 'long jobs that wait or run', `(select count(*) from job_run where state in ('waiting', 'running'))`],
  ['jobs_failed', 'long jobs that failed in the last day', `(select count(*) from job_run where state = 'failed' and finished_at > now() - interval '1 day')`],
  ['jobs_done', 'long jobs that were done in the last day', `(select count(*) from job_run where state = 'done' and finished_at > now() - interval '1 day')`],
]

/** What monitoring reads of one service. Labels are routes and codes, never values of a request. */
@Injectable()
export class Measurements {
  private readonly registry = new Registry()
  private readonly durations: Histogram<'method' | 'route' | 'status'>
  private readonly connections: Gauge<'state'>
  private readonly numbers: Map<string, Gauge>

  constructor(
    @Inject(DEFINITION) definition: Pick<ServiceDefinition, 'contract'>,
    @Inject(DataSource) private readonly source: DataSource,
  ) {
    const registers = [this.registry]
    this.registry.setDefaultLabels({ service: definition.contract.line })
    this.durations = new Histogram({ name: 'http_request_duration_seconds', help: 'duration by route template', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers })
    this.connections = new Gauge({ name: 'database_connections', help: 'connections for writing by state, and requests that wait for one', labelNames: ['state'], registers })
    this.numbers = new Map(KNOWN_NUMBERS.map(([name, help]) => [name, new Gauge({ name, help, registers })]))
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => {
      this.durations.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1000)
    })
  }

  get contentType(): string {
    return this.registry.contentType
  }

  async text(): Promise<string> {
    this.measureConnections()
    await this.measureNumbers()
    return this.registry.metrics()
  }

  private measureConnections(): void {
    if (!(this.source.driver instanceof PostgresDriver)) return
    const pool: Pool = this.source.driver.master
    this.connections.set({ state: 'idle' }, pool.idleCount)
    this.connections.set({ state: 'used' }, pool.totalCount - pool.idleCount)
    this.connections.set({ state: 'waiting' }, pool.waitingCount)
  }

  private async measureNumbers(): Promise<void> {
    const columns = KNOWN_NUMBERS.map(([name, , expression]) => `${expression}::float8 as ${name}`)
    const [row]: Record<string, number>[] = await this.source.query(`select ${columns.join(', ')}`)
    for (const [name, gauge] of this.numbers) gauge.set(row?.[name] ?? 0)
  }
}
