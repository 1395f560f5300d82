import { EVENT_SUBSCRIBERS, EVENTS_AT_ONCE, EventAnswer, type EventEnvelope } from '@xishan/domain'
import { Inject, Injectable, Logger } from '@nestjs/common'
import { z } from 'zod'
import { ServiceTokens } from '../access/service-tokens'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import { EventInbox } from './event-inbox'
import { EventOutbox } from './event-outbox'
import { OutboxLines } from './outbox-lines'

const SWEEP_MS = 2000
const LIFE_SIGN_MS = 5000
/** Events that are stored at the same moment leave together. */
const GATHER_MS = 20
const TIMEOUT_MS = 60_000
/** A line that failed so often in a row is sent single events: perhaps it is one of them that brings it down. */
const SINGLY_AFTER = 3
const ANSWERS = z.array(EventAnswer)

/** What a line answers to a request that it cannot read: one event of it is at fault. */
const UNREADABLE = new Set([400, 413, 422])

/**
 * Carries events from the outbox to each interested line until the line has taken them: at once when one was stored, and by a sweep
 * for what another process stored, what was refused, and what waited while a line was away.
 */
@Injectable()
export class EventDelivery {
  private readonly logger = new Logger('events')
  private readonly running = new Map<string, Promise<void>>()
  private readonly closing = new AbortController()
  private sweeping: NodeJS.Timeout | undefined
  private gathering: NodeJS.Timeout | undefined

  constructor(
    @Inject(OutboxLines) private readonly lines: OutboxLines,
    @Inject(EventOutbox) private readonly outbox: EventOutbox,
    @Inject(EventInbox) private readonly inbox: EventInbox,
    @Inject(ServiceTokens) private readonly tokens: ServiceTokens,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  start(): void {
    this.outbox.whenStored(() => this.wake())
    this.sweeping = setInterval(() => void this.sweep(), SWEEP_MS)
    this.wake()
  }

  async stop(): Promise<void> {
    clearInterval(this.sweeping)
    clearTimeout(this.gathering)
    this.closing.abort(new Error('the service ends'))
    await Promise.allSettled(this.running.values())
  }

  /** Puts a dead delivery back to work. */
  async replay(eventId: string): Promise<void> {
    await this.lines.revive(eventId)
    this.wake()
  }

  private wake(): void {
    if (!this.sweeping || this.gathering) return
    this.gathering = setTimeout(() => {
      this.gathering = undefined
      void this.sweep()
    }, GATHER_MS)
  }

  private async sweep(): Promise<void> {
    try {
      const idle = this.readers().filter((line) => !this.running.has(line))
      for (const line of idle.length > 0 ? await this.lines.waiting(idle) : []) this.begin(line)
    } catch (error) {
      this.logger.warn(`outbox not read: ${messageOf(error)}`)
    }
  }

  /** The lines that hear of anything, as far as they are deployed. */
  private readers(): string[] {
    const { line: own } = this.definition.contract
    return [...new Set(Object.values(EVENT_SUBSCRIBERS).flat())].filter((line) => line === own || this.configuration.peers[line])
  }

  private begin(line: string): void {
    if (this.closing.signal.aborted || this.running.has(line)) return
    const turn = this.drain(line)
      .catch((error: unknown) => this.logger.warn(`outbox of ${line} not sent: ${messageOf(error)}`))
      .finally(() => this.running.delete(line))
    this.running.set(line, turn)
  }

  private async drain(line: string): Promise<void> {
    const failures = await this.lines.take(line)
    if (failures === undefined) return
    const alive = setInterval(() => void this.lines.keep(line).catch(() => undefined), LIFE_SIGN_MS)
    try {
      await this.sendAll(line, failures)
    } finally {
      clearInterval(alive)
      await this.lines.leave(line)
    }
  }

  private async sendAll(line: string, failures: number): Promise<void> {
    let most = failures >= SINGLY_AFTER ? 1 : EVENTS_AT_ONCE
    for (;;) {
      const events = await this.lines.next(line, most)
      const [first] = events
      if (!first || this.closing.signal.aborted) return
      try {
        await this.lines.record(line, await this.send(line, events))
        most = EVENTS_AT_ONCE
      } catch (error) {
        if (this.closing.signal.aborted) return
        await this.lines.failed(line, messageOf(error))
        if (most === 1) await this.lines.putOff(line, first)
        this.logger.warn(`${line} not reached: ${messageOf(error)}`)
        return
      }
    }
  }

  /** @throws Error when the line took nothing and refused nothing: it is away */
  private async send(line: string, events: EventEnvelope[]): Promise<EventAnswer[]> {
    if (line === this.definition.contract.line) return this.inbox.receive(events)
    const response = await fetch(`${this.configuration.peers[line]}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.tokens.current()}` },
      body: JSON.stringify(events),
      signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    if (UNREADABLE.has(response.status)) return this.sendSingly(line, events, response.status)
    if (!response.ok) throw new Error(`${line} answered ${response.status}`)
    const answers = ANSWERS.parse(await response.json())
    if (answers.length === 0) throw new Error(`${line} took no event`)
    return answers
  }

  private async sendSingly(line: string, events: EventEnvelope[], status: number): Promise<EventAnswer[]> {
    const [event, ...others] = events
    if (event && others.length === 0) return [{ eventId: event.eventId, outcome: 'REFUSED', reason: `${line} answered ${status}` }]
    const answers: EventAnswer[] = []
    for (const single of events) answers.push(...(await this.send(line, [single])))
    return answers
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300)
