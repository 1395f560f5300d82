import { Inject, Injectable } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { Gauge, Histogram, Registry } from 'prom-client'
import { DataSource } from 'typeorm'
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js'
import { BusinessClock } from '../clock/business-clock'
import type { BusinessDayJob } from '../jobs/job'
import type { ServiceConfiguration } from '../service/configuration'
import { schemaOf, type ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import { knownNumbers } from './known-numbers'
import { lastSealInFile } from './last-seal-in-file'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 3, 10]

/** What monitoring reads of one service. Labels are routes and codes, never values of a request. */
@Injectable()
export class Measurements {
  private readonly registry = new Registry()
  private readonly durations: Histogram<'method' | 'route' | 'status'>
  private readonly connections: Gauge<'state'>
  private readonly numbers: readonly { name: string; expression: string; gauge: Gauge }[]
  private readonly unwritten: Gauge

  constructor(
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract' | 'dailyJobs'>,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'sealsFile'>,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {
    const registers = [this.registry]
    this.registry.setDefaultLabels({ service: definition.contract.line })
    this.durations = new Histogram({ name: 'http_request_duration_seconds', help: 'duration by route template', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers })
    this.connections = new Gauge({ name: 'database_connections', help: 'connections for writing by state, and requests that wait for one', labelNames: ['state'], registers })
    this.numbers = knownNumbers(schemaOf(definition.contract.line)).map(([name, help, expression]) => ({ name, expression, gauge: new Gauge({ name, help, registers }) }))
    this.unwritten = new Gauge({ name: 'audit_seals_unwritten', help: 'seals of the database that the seals file of this process does not have', registers })
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
    const columns = this.numbers.map(({ name, expression }) => `${expression}::float8 as ${name}`)
    const daily = (this.definition.dailyJobs ?? []).map((type) => this.modules.get<BusinessDayJob>(type, { strict: false }).name)
    const today = await this.clock.today()
    const row = await this.source.transaction(async (manager) => {
      // Under row security the audit is counted over the whole district or not at all.
      await manager.query(`select set_config('app.scope', '000000', true), set_config('app.scope_end', '999999', true)`)
      const [numbers]: Record<string, number>[] = await manager.query(`select ${columns.join(', ')}`, [today, daily])
      return numbers
    })
    for (const { name, gauge } of this.numbers) gauge.set(row?.[name] ?? 0)
    this.unwritten.set(Math.max((row?.['audit_seals'] ?? 0) - (await lastSealInFile(this.configuration.sealsFile)), 0))
  }
}
