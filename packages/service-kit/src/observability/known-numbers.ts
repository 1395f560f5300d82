import { jobsSchema } from '../database/migrate'
import { EVERY_MINUTE } from '../jobs/queues'

type KnownNumber = readonly [name: string, help: string, expression: string]

/** The oldest entry whose chain no seal covers. What was over before the last seal's horizon is in it. */
const UNSEALED_SECONDS = `(select coalesce(extract(epoch from now() - min(e.at)), 0) from audit_entry e
  where e.txid >= coalesce((select horizon from audit_seal order by number desc limit 1), '0'::xid8)
    and not exists (select from audit_seal_head h where (h.subject_type, h.subject_id) = (e.subject_type, e.subject_id) and h.seq >= e.seq))`

/** A job that has never run is one day behind. */
const DAYS_BEHIND = `(select coalesce(max($1::date - coalesce((select max(business_date) from business_day_run where job = wanted.name), $1::date - 1)), 0) from unnest($2::text[]) as wanted (name))`

const everyMinute = (schema: string, what: string): string => `(select ${what} from ${jobsSchema(schema)}.job where name = '${EVERY_MINUTE}')`

/**
 * Numbers that the database knows: name, meaning, expression; `$1` is the business date, `$2` the names of each day's jobs. Asked in one
 * statement, so that monitoring takes one connection.
 */
export const knownNumbers = (schema: string): readonly KnownNumber[] => [
  ['outbox_undelivered', 'events not yet taken by their lines', `(select count(*) from outbox_delivery where delivered_at is null)`],
  ['outbox_dead', 'events given up after all attempts', `(select count(*) from outbox_delivery where dead_at is not null and delivered_at is null)`],
  [
    'outbox_oldest_seconds',
    'age of the oldest undelivered event',
    `(select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox join outbox_delivery using (event_id) where delivered_at is null)`,
  ],
  ['jobs_open', 'long jobs that wait or run', `(select count(*) from job_run where state in ('waiting', 'running'))`],
  ['jobs_stalled', 'long jobs without a sign of life for ten minutes', `(select count(*) from job_run where state in ('waiting', 'running') and heartbeat_at < now() - interval '10 minutes')`],
  ['jobs_failed', 'long jobs that failed in the last day', `(select count(*) from job_run where state = 'failed' and finished_at > now() - interval '1 day')`],
  ['jobs_done', 'long jobs that were done in the last day', `(select count(*) from job_run where state = 'done' and finished_at > now() - interval '1 day')`],
  ['business_days_behind', 'business days that the job furthest behind has still to run', DAYS_BEHIND],
  ['minute_work_failed', 'times in the last hour that sealing and the jobs of the day failed', everyMinute(schema, `count(*) filter (where state = 'failed' and completed_on > now() - interval '1 hour')`)],
  ['minute_work_idle_seconds', 'since sealing and the jobs of the day were last done', everyMinute(schema, `coalesce(extract(epoch from now() - coalesce(max(completed_on) filter (where state = 'completed'), min(created_on))), 0)`)],
  ['audit_unsealed_seconds', 'age of the oldest audit entry that no seal covers', UNSEALED_SECONDS],
  ['audit_seals', 'seals in the database', `(select coalesce(max(number), 0) from audit_seal)`],
]
