import { randomUUID } from 'node:crypto'
import { EVENTS_AT_ONCE, LINE_ROUTES, type EventEnvelope } from '@xishan/domain'
import { DataSource } from 'typeorm'
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { serviceActor } from '../access/service-actor'
import { parseConfiguration } from '../service/configuration'
import { createServiceApp } from '../service/create-app'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import { Hear, POISON, readingLine, startDoor, startTokens, TYPE, type Door } from '../testing/event-lines'
import { noteService } from '../testing/fixture'
import { someone, startTestService, type TestService } from '../testing/test-service'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { EventInbox } from './event-inbox'
import { DEAD_AFTER } from './outbox-lines'

const SENDER = serviceActor('notes')
const payload = (householdId: string, members: number, number = 'XS-SAB-2025-000001') => ({ householdId, number, fromMonth: '2025-10', amountFen: 63_000, members })
const anEvent = (householdId: string, members: number, number?: string): EventEnvelope => ({
  eventId: randomUUID(), type: TYPE, occurredOn: '2025-09-30', knownOn: '2025-09-30', source: 'notes', payload: payload(householdId, members, number), schemaVersion: 1,
})
const shuffled = <T>(items: readonly T[]): T[] => items.map((item) => ({ item, place: Math.random() })).sort((a, b) => a.place - b.place).map(({ item }) => item)

let tokens: Awaited<ReturnType<typeof startTokens>>
let reader: TestService
let sender: TestService
let door: Door
beforeAll(async () => {
  tokens = await startTokens()
  reader = await startTestService(readingLine)
  door = await startDoor(reader.url)
  sender = await startTestService(noteService, { settings: { peers: `portal=${door.url}`, identityUrl: tokens.url }, jobs: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  Object.assign(door, { open: true, passed: [] })
})
afterAll(async () => {
  await Promise.all([sender.close(), reader.close()])
  door.close()
  tokens.close()
})

const publish = (events: readonly ReturnType<typeof payload>[]) =>
  sender.app.get(UnitOfWork).perform(SENDER, async (work) => {
    for (const event of events) await work.publish({ divisionCode: '530112' }, { type: TYPE, payload: event })
  })
const households = (count: number): string[] => Array.from({ length: count }, () => randomUUID())
const heard = async (ids: readonly string[]) => new Map((await reader.sql<{ id: string; members: number }>(`select household::text as id, members from heard where household = any($1::uuid[])`, [ids])).map(({ id, members }) => [id, members]))
const undelivered = async () => (await sender.sql<{ n: number; refusals: number }>(`select count(*)::int as n, coalesce(sum(attempts), 0)::int as refusals from outbox_delivery where delivered_at is null`))[0]
const receive = (events: readonly EventEnvelope[]) => reader.app.get(EventInbox).receive(events)

/** Fails a statement of one service's, by its number or by chance. */
function failing(of: TestService, fails: (statement: number) => boolean): { failed: () => number } {
  const source = of.app.get(DataSource)
  const query = PostgresQueryRunner.prototype.query
  let [statement, failed] = [0, 0]
  vi.spyOn(PostgresQueryRunner.prototype, 'query').mockImplementation(function (this: PostgresQueryRunner, ...asked: Parameters<typeof query>) {
    if (this.connection === source && !/^(rollback|insert into pgboss|update audit_seal)/i.test(asked[0]) && fails(++statement)) {
      failed++
      return Promise.reject(new Error('Connection terminated unexpectedly'))
    }
    return query.apply(this, asked)
  })
  return { failed: () => failed }
}

describe('an event', () => {
  it('is taken by the other line within two seconds', async () => {
    const [id = ''] = households(1)
    const begun = Date.now()
    await publish([payload(id, 3)])
    await expect.poll(async () => (await heard([id])).get(id), { interval: 20, timeout: 5000 }).toBe(3)
    expect(Date.now() - begun).toBeLessThan(2000)
  })

  it('leaves with many others in one request, in the order in which they were stored', async () => {
    const ids = households(EVENTS_AT_ONCE + 30)
    await publish(ids.map((id) => payload(id, 1)))
    await expect.poll(async () => (await heard(ids)).size, { interval: 50, timeout: 10_000 }).toBe(ids.length)
    expect(door.passed.map((request) => request.length)).toEqual([EVENTS_AT_ONCE, 30])
    const stored = await sender.sql<{ id: string }>(`select event_id::text as id from outbox_delivery order by seq desc limit $1`, [ids.length])
    expect(door.passed.flat()).toEqual(stored.map(({ id }) => id).reverse())
  })

  it('is sent by one process, however many there are', async () => {
    const second = await createServiceApp(sender.app.get(DEFINITION), parseConfiguration({ ...sender.app.get(CONFIGURATION), publicOrigins: '', peers: `portal=${door.url}`, secureCookies: 'false' }))
    await second.startJobs()
    const ids = households(600)
    for (let from = 0; from < ids.length; from += 60) await publish(ids.slice(from, from + 60).map((id) => payload(id, 2)))
    await expect.poll(async () => (await heard(ids)).size, { interval: 100, timeout: 30_000 }).toBe(ids.length)
    await second.close()
    expect(new Set(door.passed.flat()).size).toBe(door.passed.flat().length)
  }, 40_000)

  it('waits for a line that is away, is not blamed for it, and comes by itself when it is back', async () => {
    door.open = false
    const ids = households(250)
    await publish(ids.map((id) => payload(id, 1)))
    await expect.poll(async () => (await sender.sql<{ failures: number }>(`select failures from outbox_line where line = 'portal'`))[0]?.failures, { timeout: 20_000 }).toBeGreaterThan(2)
    expect(await undelivered()).toEqual({ n: 250, refusals: 0 })
    door.open = true
    await expect.poll(async () => (await heard(ids)).size, { interval: 200, timeout: 75_000 }).toBe(250)
    expect((await sender.call(someone('SYS'), LINE_ROUTES.deadEvents)).body).toEqual([])
    expect((await sender.call(null, LINE_ROUTES.metrics)).body.toString()).toContain('outbox_dead{service="notes"} 0')
  }, 100_000)

  it('that is refused holds up no other, is dead after its refusals, seen by IT and sent again', async () => {
    const [poisoned = '', ...others] = households(6)
    await publish([payload(poisoned, 2, POISON), ...others.map((id) => payload(id, 2))])
    await expect.poll(async () => (await heard(others)).size, { timeout: 5000 }).toBe(5)
    const dead = async () => (await sender.call(someone('SYS'), LINE_ROUTES.deadEvents)).body
    await expect.poll(async () => (await sender.sql(`update outbox_delivery set retry_at = null where delivered_at is null`), (await dead()).length), { interval: 100, timeout: 40_000 }).toBe(1)
    const [message] = await dead()
    expect(message).toMatchObject({ type: TYPE, line: 'portal', attempts: DEAD_AFTER, lastError: 'RangeError' })
    expect((await sender.call(null, LINE_ROUTES.metrics)).body.toString()).toMatch(/outbox_undelivered\{service="notes"\} 1\n[^]*outbox_dead\{service="notes"\} 1\n/)
    Hear.cured = true
    await sender.call(someone('SYS'), LINE_ROUTES.replayEvent, { params: { id: message?.eventId ?? '' }, body: {} })
    await expect.poll(async () => (await heard([poisoned])).get(poisoned), { timeout: 5000 }).toBe(2)
    expect(await dead()).toEqual([])
    Hear.cured = false
  }, 50_000)

  it('arrives once, whichever statement of its sender fails', async () => {
    const faults = failing(sender, () => Math.random() < 0.2)
    const [told, untold]: [string[], string[]] = [[], []]
    for (const id of households(120)) await publish([payload(id, 4)]).then(() => told.push(id), () => untold.push(id))
    expect(faults.failed()).toBeGreaterThan(50)
    vi.restoreAllMocks()
    await expect.poll(async () => (await undelivered())?.n, { interval: 200, timeout: 60_000 }).toBe(0)
    expect(await reader.sql(`select event_id from told group by event_id having count(*) > 1`)).toEqual([])
    expect((await heard(told)).size).toBe(told.length)
    expect((await heard(untold)).size).toBe(0)
  }, 80_000)
})

describe('the inbox', () => {
  it('does what an event asks once: the same ten times, in any order, in requests of any size', async () => {
    const ids = households(20)
    const events = ids.flatMap((id, n) => [anEvent(id, 1), anEvent(id, 2), anEvent(id, 3 + (n % 4))])
    const arriving = shuffled(Array.from({ length: 10 }, () => events).flat())
    for (let rest = arriving; rest.length > 0; ) {
      const size = 1 + Math.floor(Math.random() * 40)
      for (const answer of await receive(rest.slice(0, size))) expect(answer.outcome).toBe('TAKEN')
      rest = rest.slice(size)
    }
    expect(await heard(ids)).toEqual(new Map(ids.map((id, n) => [id, 3 + (n % 4)])))
    expect(await reader.sql(`select event_id from told where event_id = any($1::uuid[]) group by event_id having count(*) > 1`, [events.map(({ eventId }) => eventId)])).toEqual([])
  })

  it('comes to the same end whichever of its statements fails', async () => {
    for (let at = 1; ; at++) {
      const [alone = '', crowd = ''] = households(2)
      const events = [anEvent(alone, 2), anEvent(alone, 5), anEvent(crowd, 1)]
      const faults = failing(reader, (statement) => statement === at)
      const answers = await receive(events).catch(() => [])
      vi.restoreAllMocks()
      for (const { outcome } of answers) expect(outcome).not.toBe('REFUSED')
      for (const { outcome } of await receive(events)) expect(outcome).toBe('TAKEN')
      expect(await heard([alone, crowd])).toEqual(new Map([[alone, 5], [crowd, 1]]))
      expect(await reader.sql(`select event_id from told where event_id = any($1::uuid[]) group by event_id having count(*) > 1`, [events.map(({ eventId }) => eventId)])).toEqual([])
      if (faults.failed() === 0) break
      expect(at).toBeLessThan(60)
    }
  })

  it('refuses the one that is at fault and takes the rest of its request', async () => {
    const [good = '', bad = ''] = households(2)
    const answers = await receive([anEvent(bad, 2, POISON), anEvent(good, 2), anEvent(good, 1)])
    expect(answers.map(({ outcome, reason }) => [outcome, reason])).toEqual([['REFUSED', 'RangeError'], ['TAKEN', null], ['TAKEN', null]])
    expect(await heard([good, bad])).toEqual(new Map([[good, 2]]))
  })
})
