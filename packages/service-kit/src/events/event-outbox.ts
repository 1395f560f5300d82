import { EVENTS, EVENT_SUBSCRIBERS, type EventEnvelope, type EventType } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'

/** Stores events and their deliveries in the transaction that caused them. */
@Injectable()
export class EventOutbox {
  private readonly uncommitted = new WeakSet<EntityManager>()
  private tellStored: () => void = () => undefined

  constructor(
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>,
  ) {}

  /** @throws ZodError when the payload is not what the catalogue says: a fault of ours, not of the person. */
  async add(manager: EntityManager, events: readonly (Omit<EventEnvelope, 'source' | 'type'> & { type: EventType })[]): Promise<void> {
    if (events.length === 0) return
    const source = this.definition.contract.line
    const envelopes = events.map((event): EventEnvelope => ({ ...event, source, payload: EVENTS[event.type].parse(event.payload) }))
    const ids = envelopes.map(({ eventId }) => eventId)
    await manager.query(`insert into outbox (event_id, type, envelope) select * from unnest($1::uuid[], $2::text[], $3::jsonb[])`, [ids, envelopes.map(({ type }) => type), envelopes.map((envelope) => JSON.stringify(envelope))])
    const deliveries = events.flatMap(({ eventId, type }) => EVENT_SUBSCRIBERS[type].filter((line) => this.configuration.peers[line] || line === source).map((line) => ({ eventId, line })))
    await manager.query(`insert into outbox_delivery (event_id, line) select * from unnest($1::uuid[], $2::text[])`, [deliveries.map(({ eventId }) => eventId), deliveries.map(({ line }) => line)])
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
