import { EventEnvelope } from '@xishan/domain'
import { EventInbox } from '@xishan/service-kit'
import { Client } from 'pg'
import { z } from 'zod'
import type { Past } from './money/past'
import { momentOf } from './identifiers'

const AT_ONCE = 200
const LINE = 'social-assistance'

/**
 * What funeral management told of deaths, carried to the line that pays on the days on which it was told: by its own inbox, so that nothing
 * is sent again when the house opens.
 */
export class Post {
  private at = 0
  private busy = false

  private constructor(
    private readonly client: Client,
    private readonly events: readonly EventEnvelope[],
    private readonly concerned: ReadonlySet<string>,
  ) {}

  /** @param concerned deaths of people in pay: each is handled on its own day, all others with the next of them */
  static async open(migratorUrl: string, concerned: Iterable<string>): Promise<Post> {
    const client = new Client({ connectionString: migratorUrl, options: '-c search_path=funeral_management -c TimeZone=UTC' })
    await client.connect()
    const { rows } = await client.query<{ envelope: unknown }>(
      `select o.envelope from outbox_delivery d join outbox o using (event_id) where d.line = $1 and d.delivered_at is null order by o.envelope->>'knownOn', d.seq`,
      [LINE],
    )
    return new Post(client, z.array(EventEnvelope).parse(rows.map(({ envelope }) => envelope)), new Set(concerned))
  }

  /** Brings everything that was told up to a day. */
  async bring(past: Past, until: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    let waiting: EventEnvelope[] = []
    for (; this.at < this.events.length; this.at++) {
      const event = this.events[this.at]
      if (!event || event.knownOn > until) break
      waiting.push(event)
      if (!this.isEveryday(event) || waiting.length === AT_ONCE) waiting = await this.hand(past, waiting)
    }
    await this.hand(past, waiting)
    this.busy = false
  }

  private isEveryday({ type, payload }: EventEnvelope): boolean {
    return type === 'person.died' && !this.concerned.has(String(Reflect.get(payload, 'deathId')))
  }

  private async hand(past: Past, events: readonly EventEnvelope[]): Promise<EventEnvelope[]> {
    const last = events.at(-1)
    if (!last) return []
    const answers = await past.on(last.knownOn, () => past.its(EventInbox).receive(events))
    const refused = answers.find(({ outcome }) => outcome !== 'TAKEN')
    if (refused) throw new RangeError(`event ${refused.eventId} was not taken: ${refused.reason}`)
    await this.client.query(`update outbox_delivery set delivered_at = $3 where line = $1 and event_id = any($2::uuid[])`, [LINE, events.map(({ eventId }) => eventId), new Date(momentOf(last.knownOn, 1080)).toISOString()])
    return []
  }

  async close(): Promise<void> {
    await this.client.end()
  }
}
