import { EVENTS, type Actor, type EventEnvelope } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { serviceActor } from '../access/service-actor'
import { BusinessClock } from '../clock/business-clock'
import { BusinessDays } from '../jobs/business-days'
import type { EventHandler, ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'
import { UnitOfWork } from '../unit-of-work/unit-of-work'

/** Takes each event once: its id is stored in the transaction that does what it asks for. */
@Injectable()
export class EventInbox {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(BusinessDays) private readonly days: BusinessDays,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract' | 'subscriptions'>,
  ) {}

  async receive(event: EventEnvelope, from: Actor): Promise<void> {
    const actor = { ...serviceActor(this.definition.contract.line), name: from.name }
    await this.unitOfWork.perform(actor, async (work) => {
      const stored = await work.query(`insert into inbox (event_id, type, source) values ($1, $2, $3) on conflict do nothing returning event_id`, [event.eventId, event.type, event.source])
      if (stored.length === 0) return
      for (const subscription of this.definition.subscriptions ?? [])
        if (subscription.type === event.type) await this.modules.get<EventHandler>(subscription.handler, { strict: false }).handle(event, work)
    })
    if (event.type === 'clock.advanced') {
      await this.clock.advanceTo(EVENTS['clock.advanced'].parse(event.payload).businessDate)
      await this.days.catchUp()
    }
  }
}
