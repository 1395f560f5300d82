import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EventEnvelope, EventPayload } from '@xishan/domain'
import { Injectable } from '@nestjs/common'
import { sqlMigration } from '../database/sql-migration'
import { defineService, type EventHandler } from '../service/define-service'
import type { Work } from '../unit-of-work/work'
import { noteService } from './fixture'
import { someone, tokenOf } from './test-service'

type Confirmed = EventPayload<'subsistence-allowance.confirmed'>
export const TYPE = 'subsistence-allowance.confirmed'
/** What the reader cannot take, until it is cured. */
export const POISON = '毒'

const confirmed = (event: EventEnvelope) => event.payload as Confirmed

/** What the reader keeps of each household, by the highest number of members: whatever comes first, the end is the same. */
const KEEP = `insert into heard (household, members) select * from unnest($1::uuid[], $2::int[]) on conflict (household) do update set members = greatest(heard.members, excluded.members)`

@Injectable()
export class Hear implements EventHandler {
  static cured = false

  async handle(event: EventEnvelope, work: Work): Promise<void> {
    const { householdId, number, members } = confirmed(event)
    await work.query(`insert into told (event_id) values ($1)`, [event.eventId])
    if (number === POISON && !Hear.cured) throw new RangeError('not to be swallowed')
    await work.query(KEEP, [[householdId], [members]])
  }

  /** Households of one person in one statement. */
  async handleTogether(events: readonly EventEnvelope[], work: Work): Promise<readonly EventEnvelope[]> {
    const alike = events.filter((event) => confirmed(event).members === 1 && confirmed(event).number !== POISON)
    await work.query(KEEP, [[...new Set(alike.map((event) => confirmed(event).householdId))], [...new Set(alike.map((event) => confirmed(event).householdId))].map(() => 1)])
    return events.filter((event) => !alike.includes(event))
  }
}

/** A line that hears of households. */
export const readingLine = defineService({
  ...noteService,
  contract: { ...noteService.contract, line: 'readers' },
  providers: [...noteService.providers],
  subscriptions: [{ type: TYPE, handler: Hear }],
  migrations: [
    ...noteService.migrations,
    sqlMigration(1760000000001, 'Heard', `create table heard (household uuid primary key, members integer not null); create table told (event_id uuid not null);
      select kit_grant('heard', 'select, insert, update'); select kit_grant('told', 'select, insert');`),
  ],
})

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Gives every service its token, as identity does. */
export async function startTokens(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => void tokenOf(someone('SERVICE')).then((token) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ token }))))
  return { url: await listening(server), close: () => server.close() }
}

export interface Door {
  url: string
  open: boolean
  /** The ids of the events of each request that went through. */
  passed: string[][]
  close: () => void
}

/** A door before a line, which can be shut: who knocks is then not answered at all. */
export async function startDoor(target: string): Promise<Door> {
  const door: Door = { url: '', open: true, passed: [], close: () => server.close() }
  const server = createServer((request, response) => {
    if (!door.open) return void request.socket.destroy()
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      door.passed.push((JSON.parse(body) as { eventId: string }[]).map(({ eventId }) => eventId))
      void fetch(`${target}/events`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' }, body })
        .then(async (answer) => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()))
        .catch(() => request.socket.destroy())
    })
  })
  door.url = await listening(server)
  return door
}
