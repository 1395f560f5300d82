import type { EventAnswer, EventEnvelope } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { newId } from '../unit-of-work/new-id'

/** Refusals of one event until it waits for a person: with the pauses between them some twenty minutes. */
export const DEAD_AFTER = 12

/** A sender that gave no sign of life for so long has died, and another takes its place. */
const SENDER_SECONDS = 15

const DUE = `d.delivered_at is null and d.dead_at is null and (d.retry_at is null or d.retry_at <= now())`

/** What waits for each line, and who sends it. Every statement stands alone, so that no connection is held while a line answers. */
@Injectable()
export class OutboxLines {
  /** This process among those that send. */
  private readonly sender = newId()

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Of these lines those that can be sent something now. */
  async waiting(lines: readonly string[]): Promise<string[]> {
    const rows: { line: string }[] = await this.source.query(
      `select l.line from unnest($1::text[]) l (line) left join outbox_line o on o.line = l.line
       where (o.retry_at is null or o.retry_at <= now()) and exists (select from outbox_delivery d where d.line = l.line and ${DUE})`,
      [lines],
    )
    return rows.map(({ line }) => line)
  }

  /** Becomes the line's sender, if nobody else is. @returns how often the line could not be reached in a row; undefined when another sends */
  async take(line: string): Promise<number | undefined> {
    const [mine]: { failures: number }[] = await this.source.query(
      `insert into outbox_line as o (line, sender, sender_until) values ($1, $2, now() + make_interval(secs => $3))
       on conflict (line) do update set sender = excluded.sender, sender_until = excluded.sender_until
       where (o.sender is null or o.sender_until < now()) and (o.retry_at is null or o.retry_at <= now()) returning failures`,
      [line, this.sender, SENDER_SECONDS],
    )
    return mine?.failures
  }

  /** A sign of life, to be given while a batch is on its way. */
  async keep(line: string): Promise<void> {
    await this.source.query(`update outbox_line set sender_until = now() + make_interval(secs => $3) where line = $1 and sender = $2`, [line, this.sender, SENDER_SECONDS])
  }

  async leave(line: string): Promise<void> {
    await this.source.query(`update outbox_line set sender = null, sender_until = null where line = $1 and sender = $2`, [line, this.sender])
  }

  /** The next events in order; none when somebody else has become the sender. */
  async next(line: string, most: number): Promise<EventEnvelope[]> {
    const rows: { envelope: EventEnvelope }[] = await this.source.query(
      `select e.envelope from outbox_delivery d join outbox e using (event_id)
       where d.line = $1 and ${DUE} and exists (select from outbox_line where line = $1 and sender = $2) order by d.seq limit $3`,
      [line, this.sender, most],
    )
    return rows.map(({ envelope }) => envelope)
  }

  /** What the line said. A refused event waits longer each time and is dead after the last; nothing else makes it so. */
  async record(line: string, answers: readonly EventAnswer[]): Promise<void> {
    await this.source.query(
      `update outbox_delivery d
       set delivered_at = case when a.outcome = 'TAKEN' then now() end,
           attempts = d.attempts + case when a.outcome = 'REFUSED' then 1 else 0 end,
           dead_at = case when a.outcome = 'REFUSED' and d.attempts + 1 >= $5 then now() end,
           retry_at = case a.outcome when 'REFUSED' then now() + make_interval(secs => least(power(2, d.attempts), 300)) when 'LATER' then now() + interval '5 seconds' end,
           last_error = a.reason
       from unnest($2::uuid[], $3::text[], $4::text[]) a (event_id, outcome, reason)
       where d.event_id = a.event_id and d.line = $1 and d.delivered_at is null`,
      [line, answers.map(({ eventId }) => eventId), answers.map(({ outcome }) => outcome), answers.map(({ reason }) => reason), DEAD_AFTER],
    )
    await this.source.query(`update outbox_line set failures = 0, last_error = null where line = $1 and failures > 0`, [line])
  }

  /** The line could not be reached: it is tried again, half a minute later at most, however long it stays away. */
  async failed(line: string, reason: string): Promise<void> {
    await this.source.query(
      `update outbox_line set failures = failures + 1, last_error = $2, retry_at = now() + make_interval(secs => least(power(2, least(failures, 6)), 30)) where line = $1`,
      [line, reason],
    )
  }

  /** Lets the others pass: where a line answers nothing, this event may be why. */
  async putOff(line: string, { eventId }: EventEnvelope): Promise<void> {
    await this.source.query(`update outbox_delivery set retry_at = now() + interval '1 minute' where line = $1 and event_id = $2`, [line, eventId])
  }

  /** Puts a dead delivery back to work. */
  async revive(eventId: string): Promise<void> {
    await this.source.query(`update outbox_delivery set dead_at = null, attempts = 0, retry_at = null where event_id = $1 and delivered_at is null`, [eventId])
  }
}
