import { EVENTS, EVENT_SUBSCRIBERS, type EventEnvelope, type EventType } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { JobQueue } from '../jobs/job-queue'
import { DELIVER_EVENT } from '../jobs/queues'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'

/** Stores an event and its deliveries in the transaction that caused it. */
@Injectable()
export class EventOutbox {
  constructor(
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>,
    @Inject(JobQueue) private readonly queue: JobQueue,
  ) {}

  /** @throws ZodError when the payload is not what the catalogue says: a fault of ours, not of the person. */
  async add(manager: EntityManager, event: Omit<EventEnvelope, 'source' | 'type'> & { type: EventType }): Promise<void> {
    const source = this.definition.contract.line
    const envelope: EventEnvelope = { ...event, source, payload: EVENTS[event.type].parse(event.payload) }
    await manager.query(`insert into outbox (event_id, type, envelope) values ($1, $2, $3)`, [envelope.eventId, envelope.type, JSON.stringify(envelope)])
    for (const line of EVENT_SUBSCRIBERS[event.type]) {
      if (!this.configuration.peers[line] && line !== source) continue
      await manager.query(`insert into outbox_delivery (event_id, line) values ($1, $2)`, [envelope.eventId, line])
      await this.queue.send(DELIVER_EVENT, { eventId: envelope.eventId, line }, manager)
    }
  }
}
