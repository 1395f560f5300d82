import { attachmentTable } from '../attachments/attachments.sql'
import { revealLogTable } from '../personal-data/reveal-log.sql'
import { sqlMigration } from './sql-migration'

/** The tables and functions that every service has. First of all migrations. */
export const KitTables = sqlMigration(
  1700000000000,
  'KitTables',
  `
create function kit_app_role() returns text language sql stable as $$ select current_schema() || '_app' $$;

create function kit_grant(target regclass, privileges text) returns void language plpgsql as $$
begin
  execute format('grant %s on %s to %I', privileges, target, kit_app_role());
end $$;

-- Rows are visible and writable only inside the division range of the transaction (empty setting: none).
create function kit_guard(target regclass, privileges text default 'select, insert, update') returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format($policy$create policy division on %s
    using (division_code >= current_setting('app.scope', true) and division_code < current_setting('app.scope_end', true))
    with check (division_code >= current_setting('app.scope', true) and division_code < current_setting('app.scope_end', true))$policy$, target);
  perform kit_grant(target, privileges);
end $$;

create table audit_entry (
  id bigint generated always as identity primary key,
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null,
  division_code text collate "C" not null,
  action text not null,
  actor_id text not null,
  actor_name text not null,
  actor_roles text[] not null,
  at timestamptz not null,
  business_date date not null,
  request_id text not null,
  summary jsonb not null,
  prev_hash text not null,
  hash text not null unique,
  txid xid8 not null default pg_current_xact_id(),
  unique (subject_type, subject_id, seq)
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_txid on audit_entry (txid);
select kit_guard('audit_entry', 'select, insert');

-- A new version of a row needs an audit entry of its own transaction, whose hash the row carries.
create function kit_require_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.version = old.version then
    raise exception 'row % of % changed without a new version', new.id, tg_table_name using errcode = 'XA001';
  end if;
  if not exists (select from audit_entry where hash = new.audit_head and txid = pg_current_xact_id()) then
    raise exception 'row % of % has no audit entry', new.id, tg_table_name using errcode = 'XA001';
  end if;
  return null;
end $$;

create function kit_audit(target regclass) returns void language plpgsql as $$
begin
  execute format('create constraint trigger require_audit after insert or update on %s
    deferrable initially deferred for each row execute function kit_require_audit()', target);
end $$;

create table case_step (
  id uuid primary key,
  case_type text not null,
  case_id uuid not null,
  seq integer not null,
  division_code text collate "C" not null,
  action text not null,
  from_state text,
  to_state text not null,
  actor_id text not null,
  actor_name text not null,
  actor_roles text[] not null,
  at timestamptz not null,
  business_date date not null,
  due_on date,
  opinion text,
  input jsonb,
  trace jsonb,
  attachments_digest text,
  unique (case_id, seq)
);
create index case_step_actor on case_step (actor_id, at desc);
select kit_guard('case_step', 'select, insert');

create table idempotency (
  actor_id text not null,
  key text not null,
  digest text not null,
  result_id uuid,
  result_version integer,
  result_number text,
  at timestamptz not null default now(),
  primary key (actor_id, key)
);
select kit_grant('idempotency', 'select, insert, update, delete');

create table number_series (
  series text not null,
  year integer not null,
  last integer not null,
  primary key (series, year)
);
select kit_grant('number_series', 'select, insert, update');

create table outbox (
  event_id uuid primary key,
  type text not null,
  envelope jsonb not null,
  created_at timestamptz not null default now()
);
select kit_grant('outbox', 'select, insert');

create table outbox_delivery (
  event_id uuid not null references outbox,
  line text not null,
  attempts integer not null default 0,
  delivered_at timestamptz,
  dead_at timestamptz,
  last_error text,
  primary key (event_id, line)
);
create index outbox_delivery_open on outbox_delivery (line, event_id) where delivered_at is null;
select kit_grant('outbox_delivery', 'select, insert, update');

create table inbox (
  event_id uuid primary key,
  type text not null,
  source text not null,
  received_at timestamptz not null default now()
);
select kit_grant('inbox', 'select, insert');

create table business_clock (
  singleton boolean primary key default true check (singleton),
  business_date date not null
);
select kit_grant('business_clock', 'select, insert, update');

create table business_day_run (
  job text not null,
  business_date date not null,
  finished_at timestamptz not null default now(),
  primary key (job, business_date)
);
select kit_grant('business_day_run', 'select, insert');

create table job_run (
  id uuid primary key,
  job text not null,
  title text not null,
  actor jsonb not null,
  actor_id text not null,
  input jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer,
  checkpoint jsonb,
  cancel_requested boolean not null default false,
  error text,
  result_name text,
  result_media_type text,
  result bytea,
  created_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  finished_at timestamptz
);
create index job_run_actor on job_run (actor_id, created_at desc);
select kit_grant('job_run', 'select, insert, update, delete');

${attachmentTable}
select kit_guard('attachment', 'select, insert');

${revealLogTable}
select kit_guard('reveal_log', 'select, insert');

-- A seal stands over the heads that moved since the one before; its line is also written outside the database.
create table audit_seal (
  number bigint primary key,
  heads integer not null,
  root text not null,
  previous text not null,
  hash text not null,
  -- Transactions below were over when the heads were taken.
  horizon xid8 not null,
  sealed_at timestamptz not null
);
select kit_grant('audit_seal', 'select, insert');

create table audit_seal_head (
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null,
  hash text not null,
  seal bigint not null references audit_seal,
  primary key (subject_type, subject_id, seq)
);
create index audit_seal_head_seal on audit_seal_head (seal);
select kit_grant('audit_seal_head', 'select, insert');
`,
)
