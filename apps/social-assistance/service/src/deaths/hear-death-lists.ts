import { EVENTS, type EventEnvelope } from '@xishan/domain'
import type { EventHandler, Work } from '@xishan/service-kit'
import { Injectable } from '@nestjs/common'
import { withdrawTask } from './open-task'

/** A list arrived, were it empty: its source is not silent. The one that reaches furthest counts, whichever comes last. */
@Injectable()
export class HearOfDeathList implements EventHandler {
  async handle({ eventId, knownOn, payload }: EventEnvelope, work: Work): Promise<void> {
    const { source, coversTo } = EVENTS['death-list.received'].parse(payload)
    await work.query(
      `insert into death_feed as f (source, last_event_id, last_received_on, covers_to) values ($1, $2, $3, $4)
       on conflict (source) do update set last_event_id = case when excluded.covers_to > f.covers_to then excluded.last_event_id else f.last_event_id end,
         last_received_on = greatest(f.last_received_on, excluded.last_received_on), covers_to = greatest(f.covers_to, excluded.covers_to)`,
      [source, eventId, knownOn, coversTo],
    )
    const open = await work.query<{ id: string; since: string }>(`select id, state_since::text as since from death_task where kind = 'FEED_SILENT' and state = 'AT_BUREAU' and source = $1`, [source])
    for (const { id, since } of open) if (coversTo >= since) await withdrawTask(work, id, `名单已更新到 ${coversTo}`)
  }
}
