import { serviceActor } from '../access/service-actor'
import { ServiceTokens } from '../access/service-tokens'
import type { EventEnvelope } from '@xishan/domain'
import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Job } from 'pg-boss'
import { DataSource } from 'typeorm'
import { JobQueue } from '../jobs/job-queue'
import { DELIVER_EVENT } from '../jobs/queues'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import { EventInbox } from './event-inbox'

const DEAD_AFTER = 20

interface Delivery {
  eventId: string
  line: string
}

/** Carries events from the outbox to each interested line until the line has taken them. */
@Injectable()
export class EventDelivery {
  private readonly logger = new Logger('events')

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(EventInbox) private readonly inbox: EventInbox,
    @Inject(ServiceTokens) private readonly tokens: ServiceTokens,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  async start(): Promise<void> {
    await this.queue.work<Delivery>(DELIVER_EVENT, (job) => this.deliver(job))
  }

  /** Puts a dead delivery back to work. */
  async replay(eventId: string): Promise<void> {
    const [dead]: [{ line: string }[], number] = await this.source.query(
      `update outbox_delivery set dead_at = null, attempts = 0 where event_id = $1 and delivered_at is null returning line`,
      [eventId],
    )
    for (const { line } of dead) await this.queue.send(DELIVER_EVENT, { eventId, line })
  }

  private async deliver({ data: { eventId, line } }: Job<Delivery>): Promise<void> {
    const [row]: { envelope: EventEnvelope; delivered: boolean }[] = await this.source.query(
      `select envelope, delivered_at is not null as delivered from outbox join outbox_delivery using (event_id) where event_id = $1 and line = $2`,
      [eventId, line],
    )
    if (!row || row.delivered) return
    try {
      if (line === this.definition.contract.line) await this.inbox.receive(row.envelope, serviceActor(line))
      else await this.post(line, row.envelope)
      await this.source.query(`update outbox_delivery set delivered_at = now(), attempts = attempts + 1, last_error = null where event_id = $1 and line = $2`, [eventId, line])
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
      await this.source.query(
        `update outbox_delivery set attempts = attempts + 1, last_error = $3, dead_at = case when attempts + 1 >= $4 then now() end where event_id = $1 and line = $2`,
        [eventId, line, reason, DEAD_AFTER],
      )
      this.logger.warn(`event ${eventId} not taken by ${line}: ${reason}`)
      throw error
    }
  }

  private async post(line: string, envelope: EventEnvelope): Promise<void> {
    const response = await fetch(`${this.configuration.peers[line]}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.tokens.current()}` },
      body: JSON.stringify(envelope),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`${line} answered ${response.status}`)
  }
}
