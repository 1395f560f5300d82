import { DomainProblem, LINE_ROUTES, type Actor, type AuditRow, type DeadEvent, type EventAnswer, type JobStanding, type Page, type RouteInput, type Saved } from '@xishan/domain'
import { Controller, Inject } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { BusinessClock } from '../clock/business-clock'
import { cursorParts, Reads } from '../database/reads'
import { Acting, Endpoint, Input } from '../endpoints/endpoint'
import { FileAnswer } from '../endpoints/answers'
import { openapiOf } from '../endpoints/openapi'
import { EventDelivery } from '../events/event-delivery'
import { EventInbox } from '../events/event-inbox'
import { BusinessDays } from '../jobs/business-days'
import { LongJobs } from '../jobs/long-jobs'
import { Measurements } from '../observability'
import type { ServiceDefinition } from './define-service'
import { DEFINITION } from './tokens'

/** The platform's version, from the build. */
export const VERSION = process.env['XISHAN_VERSION'] ?? '0.1.0'

/** What every service answers besides its own business. */
@Controller()
export class LineController {
  constructor(
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly businessClock: BusinessClock,
    @Inject(BusinessDays) private readonly days: BusinessDays,
    @Inject(LongJobs) private readonly longJobs: LongJobs,
    @Inject(EventInbox) private readonly inbox: EventInbox,
    @Inject(EventDelivery) private readonly delivery: EventDelivery,
    @Inject(Measurements) private readonly measurements: Measurements,
  ) {}

  @Endpoint(LINE_ROUTES.live)
  live() {
    return { status: 'ok' }
  }

  @Endpoint(LINE_ROUTES.ready)
  async ready() {
    try {
      await this.source.query('select 1')
    } catch {
      throw new DomainProblem('unavailable')
    }
    return { status: 'ok', line: this.definition.contract.line, version: VERSION }
  }

  @Endpoint(LINE_ROUTES.metrics)
  async metrics() {
    return new FileAnswer(Buffer.from(await this.measurements.text()), 'metrics.txt', this.measurements.contentType, true)
  }

  @Endpoint(LINE_ROUTES.openapi)
  openapi() {
    return openapiOf(this.definition.contract, VERSION)
  }

  @Endpoint(LINE_ROUTES.clock)
  async clock() {
    return { businessDate: await this.businessClock.today(), demonstration: this.businessClock.isDemonstration, caughtUp: await this.days.isCaughtUp() }
  }

  @Endpoint(LINE_ROUTES.receiveEvents)
  receiveEvents(@Input() { body }: RouteInput<typeof LINE_ROUTES.receiveEvents>): Promise<EventAnswer[]> {
    return this.inbox.receive(body)
  }

  @Endpoint(LINE_ROUTES.jobs)
  jobs(@Acting() actor: Actor): Promise<JobStanding[]> {
    return this.longJobs.recent(actor)
  }

  @Endpoint(LINE_ROUTES.job)
  job(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof LINE_ROUTES.job>): Promise<JobStanding> {
    return this.longJobs.standing(actor, params.id)
  }

  @Endpoint(LINE_ROUTES.cancelJob)
  async cancelJob(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof LINE_ROUTES.cancelJob>): Promise<Saved> {
    await this.longJobs.cancel(actor, params.id)
    return { id: params.id, version: 1 }
  }

  @Endpoint(LINE_ROUTES.jobResult)
  async jobResult(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof LINE_ROUTES.jobResult>) {
    const { content, name, mediaType } = await this.longJobs.result(actor, params.id)
    return new FileAnswer(content, name, mediaType)
  }

  @Endpoint(LINE_ROUTES.audit)
  audit(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof LINE_ROUTES.audit>): Promise<Page<AuditRow>> {
    return this.reads.page(
      actor,
      query,
      `select id::text, to_json(at) #>> '{}' as at, business_date::text as "businessDate", actor_name as "actorName", actor_roles as "actorRoles", action,
              subject_type as "subjectType", subject_id as "subjectId", request_id as "requestId", id::text as cursor
       from audit_entry
       where ($1::bigint is null or id < $1) and ($2::date is null or business_date >= $2) and ($3::date is null or business_date <= $3)
         and ($4::text is null or actor_name = $4) and ($5::text is null or action = $5) and ($6::uuid is null or subject_id = $6)
       order by id desc limit $7`,
      [cursorParts(query.after, 1)?.[0] ?? null, query.from ?? null, query.to ?? null, query.actor ?? null, query.action ?? null, query.subjectId ?? null],
    )
  }

  @Endpoint(LINE_ROUTES.deadEvents)
  deadEvents(): Promise<DeadEvent[]> {
    return this.source.query(
      `select event_id::text as "eventId", type, line, attempts, to_json(dead_at) #>> '{}' as "deadAt", last_error as "lastError"
       from outbox_delivery join outbox using (event_id) where dead_at is not null and delivered_at is null order by dead_at limit 200`,
    )
  }

  @Endpoint(LINE_ROUTES.replayEvent)
  async replayEvent(@Input() { params }: RouteInput<typeof LINE_ROUTES.replayEvent>): Promise<Saved> {
    await this.delivery.replay(params.id)
    return { id: params.id, version: 1 }
  }
}
