import { Inject, Injectable } from '@nestjs/common'
import type { FastifyInstance } from 'fastify'
import { Gauge, Histogram, Registry } from 'prom-client'
import { DataSource } from 'typeorm'
import type { ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 3, 10]

/** What monitoring reads of one service. Labels are routes and codes, never values of a request. */
@Injectable()
export class Measurements {
  private readonly registry = new Registry()
  private readonly durations: Histogram<'method' | 'route' | 'status'>

  constructor(@Inject(DEFINITION) definition: Pick<ServiceDefinition, 'contract'>, @Inject(DataSource) source: DataSource) {
    this.registry.setDefaultLabels({ service: definition.contract.line })
    this.durations = new Histogram({ name: 'http_request_duration_seconds', help: 'duration by route template', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [this.registry] })
    const counted = (name: string, help: string, sql: string) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        async collect() {
          const [row]: { value: number }[] = await source.query(sql)
          this.set(row?.value ?? 0)
        },
      })
    counted('outbox_undelivered', 'events not yet taken by their lines', 'select count(*)::int as value from outbox_delivery where delivered_at is null')
    counted('outbox_oldest_seconds', 'age of the oldest undelivered event', `select coalesce(extract(epoch from now() - min(created_at)), 0)::int as value from outbox join outbox_delivery using (event_id) where delivered_at is null`)
    counted('jobs_failed', 'long jobs that failed in the last day', `select count(*)::int as value from job_run where state = 'failed' and finished_at > now() - interval '1 day'`)
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => {
      this.durations.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1000)
    })
  }

  get contentType(): string {
    return this.registry.contentType
  }

  text(): Promise<string> {
    return this.registry.metrics()
  }
}
