import { EVENTS, EVENT_SUBSCRIBERS, type EventEnvelope, type EventType } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'

/** Stores an event and its deliveries in the transaction that caused it. */
@Injectable()
export class EventOutbox {
  private readonly uncommitted = new WeakSet<EntityManager>()
  private tellStored: () => void = () => undefined

  constructor(
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>,
  ) {}

  /** @throws ZodError when the payload is not what the catalogue says: a fault of ours, not of the person. */
  async add(manager: EntityManager, event: Omit<EventEnvelope, 'source' | 'type'> & { type: EventType }): Promise<void> {
    const source = this.definition.contract.line
    const envelope: EventEnvelope = { ...event, source, payload: EVENTS[event.type].parse(event.payload) }
    const lines = EVENT_SUBSCRIBERS[event.type].filter((line) => this.configuration.peers[line] || line === source)
    await manager.query(`insert into outbox (event_id, type, envelope) values ($1, $2, $3)`, [envelope.eventId, envelope.type, JSON.stringify(envelope)])
    await manager.query(`insert into outbox_delivery (event_id, line) select $1, unnest($2::text[])`, [envelope.eventId, lines])
    this.uncommitted.add(manager)
  }

  whenStored(tell: () => void): void {
    this.tellStored = tell
  }

  /** To be called when the transaction has committed. */
  committed(manager: EntityManager): void {
    if (this.uncommitted.delete(manager)) this.tellStored()
  }
}
