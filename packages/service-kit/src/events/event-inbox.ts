import { DomainProblem, EVENTS, type Actor, type EventAnswer, type EventEnvelope } from '@xishan/domain'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { serviceActor } from '../access/service-actor'
import { BusinessClock } from '../clock/business-clock'
import { BusinessDays } from '../jobs/business-days'
import type { EventHandler, ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { Work } from '../unit-of-work/work'
import { passes } from './passing-faults'

/** What is not taken by then is not answered: it is sent again. */
const TAKE_FOR_MS = 20_000

/** Takes each event once: its id is stored in the transaction that does what it asks for. */
@Injectable()
export class EventInbox {
  private readonly logger = new Logger('inbox')

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(BusinessDays) private readonly days: BusinessDays,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract' | 'subscriptions'>,
  ) {}

  /** An answer for each event, one's fault no other's; those of more than a while of work are left out. */
  async receive(events: readonly EventEnvelope[]): Promise<EventAnswer[]> {
    const { line, title } = this.definition.contract
    const actor = { ...serviceActor(line), name: `系统（${title}）` }
    const end = Date.now() + TAKE_FOR_MS
    const taken = await this.takeTogether(events, actor)
    const answers: EventAnswer[] = []
    for (const event of events) {
      if (taken.has(event.eventId)) answers.push({ eventId: event.eventId, outcome: 'TAKEN', reason: null })
      else if (Date.now() < end) answers.push(await this.takeAlone(event, actor))
    }
    return answers
  }

  /** In one transaction whatever needs none of its own. When that fails each is taken alone, and one of them will say why. */
  private async takeTogether(events: readonly EventEnvelope[], actor: Actor): Promise<ReadonlySet<string>> {
    try {
      return await this.unitOfWork.perform(actor, async (work) => {
        await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`inbox ${this.definition.contract.line}`])
        const known = await work.query<{ id: string }>(`select event_id::text as id from inbox where event_id = any($1::uuid[])`, [events.map(({ eventId }) => eventId)])
        const taken = new Set(known.map(({ id }) => id))
        const fresh = events.filter(({ eventId }) => !taken.has(eventId))
        const settled: EventEnvelope[] = []
        for (const type of new Set(fresh.map((event) => event.type))) settled.push(...(await this.settle(type, fresh.filter((event) => event.type === type), work)))
        await store(work, settled)
        return new Set([...taken, ...settled.map(({ eventId }) => eventId)])
      })
    } catch (error) {
      this.logger.warn(`${events.length} events not taken together: ${nameOf(error)}`)
      return new Set()
    }
  }

  /** Those of one type that are settled with it. */
  private async settle(type: string, events: EventEnvelope[], work: Work): Promise<EventEnvelope[]> {
    if (type === 'clock.advanced') return []
    let settled = events
    for (const handler of this.handlersOf(type)) {
      const left = new Set(handler.handleTogether ? await handler.handleTogether(events, work) : events)
      settled = settled.filter((event) => !left.has(event))
    }
    return settled
  }

  private async takeAlone(event: EventEnvelope, actor: Actor): Promise<EventAnswer> {
    try {
      await this.unitOfWork.perform(actor, async (work) => {
        if (!(await store(work, [event]))) return
        for (const handler of this.handlersOf(event.type)) await handler.handle(event, work)
      })
      if (event.type === 'clock.advanced') {
        await this.clock.advanceTo(EVENTS['clock.advanced'].parse(event.payload).businessDate)
        await this.days.catchUp()
      }
      return { eventId: event.eventId, outcome: 'TAKEN', reason: null }
    } catch (error) {
      this.logger.warn(`event ${event.eventId} (${event.type}) not taken: ${error instanceof Error ? error.stack : String(error)}`)
      return { eventId: event.eventId, outcome: passes(error) ? 'LATER' : 'REFUSED', reason: nameOf(error) }
    }
  }

  private handlersOf(type: string): EventHandler[] {
    return (this.definition.subscriptions ?? []).filter((subscription) => subscription.type === type).map(({ handler }) => this.modules.get<EventHandler>(handler, { strict: false }))
  }
}

/** @returns whether any is new */
async function store(work: Work, events: readonly EventEnvelope[]): Promise<boolean> {
  if (events.length === 0) return false
  const stored = await work.query(
    `insert into inbox (event_id, type, source) select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing returning event_id`,
    [events.map(({ eventId }) => eventId), events.map(({ type }) => type), events.map(({ source }) => source)],
  )
  return stored.length > 0
}

/** A code, never the words of the fault: they may hold a person's data. */
function nameOf(error: unknown): string {
  if (error instanceof DomainProblem) return error.code
  if (!(error instanceof Error)) return 'unknown'
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? `${error.name} ${code}` : error.name
}
