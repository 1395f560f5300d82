import { sqlMigration } from '../database/sql-migration'

/** Events of one line go out in order, many at a time, by one process at a time. */
export const EventDeliveryTables = sqlMigration(
  1700000000001,
  'EventDeliveryTables',
  `
alter table outbox_delivery add column seq bigint generated always as identity;
-- Of an event that was refused or put off: not before.
alter table outbox_delivery add column retry_at timestamptz;
drop index outbox_delivery_open;
create index outbox_delivery_open on outbox_delivery (line, seq) where delivered_at is null;

create table outbox_line (
  line text primary key,
  -- The process that sends, and until when its word counts without a sign of life.
  sender uuid,
  sender_until timestamptz,
  -- How often the line could not be reached in a row, and when it is tried again.
  failures integer not null default 0,
  retry_at timestamptz,
  last_error text
);
select kit_grant('outbox_line', 'select, insert, update');
`,
)
