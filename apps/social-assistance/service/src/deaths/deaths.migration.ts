import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** What this line knows of deaths, and what came of each (domain 08). */
export const Deaths = sqlMigration(
  1760000000407,
  'Deaths',
  `
-- A death as an event told it. The person is named by key; of a death without a usable number only the name is known.
create table known_death (
  id uuid primary key,
  division_code text collate "C" not null,
  person_key text,
  name text not null default '',
  birth_date date,
  died_on date not null,
  -- Of the event that told who and when; 0 while only a revocation has come.
  day_revision integer not null,
  known_on date not null,
  source text not null,
  state text not null check (state in ('KNOWN', 'UNIDENTIFIED', 'REVOKED')),
  revoked_on date,
  -- Another source's day, until a person decides between the two.
  other_died_on date,
  -- Of the last event that was taken; an older one that arrives late changes nothing.
  revision integer not null
);
create index known_death_person on known_death (person_key) where state = 'KNOWN';
create index known_death_month on known_death (known_on);
select kit_guard('known_death');

-- What a death did to a benefit: what was wanted last, and the rows that came of it (a hold, a change, a task, recoveries). Once each.
create table death_effect (
  death_id uuid not null references known_death,
  benefit_id uuid not null references benefit,
  division_code text collate "C" not null,
  kind text not null check (kind in ('HOLD', 'STOP', 'RECHECK', 'CARD_CHANGE', 'RECOVERY')),
  refs uuid[] not null default '{}',
  -- Of a hold its first month, of a stop the last one paid.
  month text collate "C",
  -- Of a recovery: what was paid without right, by month.
  months jsonb not null default '{}',
  held_fen bigint not null default 0,
  recovery_fen bigint not null default 0,
  on_date date not null,
  reversed_on date,
  primary key (death_id, benefit_id, kind)
);
create index death_effect_benefit on death_effect (benefit_id);
create index death_effect_month on death_effect (on_date) where kind = 'HOLD';
select kit_guard('death_effect');

-- What a death leaves for a person to do, with an owner and a clock.
create table death_task (
  ${CASE_COLUMNS},
  warn_on date,
  kind text not null check (kind in ('NAME_MATCH', 'NO_MATCH', 'CONFLICT', 'RECHECK', 'CARD_CHANGE', 'REINSTATE', 'FEED_SILENT')),
  death_id uuid references known_death,
  -- Of a silent feed.
  source text,
  benefit_id uuid references benefit,
  household_id uuid references household,
  -- Whom a name may be that of.
  member_id uuid,
  applicant_name text not null,
  detail text not null,
  opinion text not null default '',
  decided_on date,
  decided_by text
);
create unique index death_task_once on death_task (death_id, kind, coalesce(member_id, benefit_id, '00000000-0000-0000-0000-000000000000')) where death_id is not null;
create unique index death_task_feed on death_task (source) where kind = 'FEED_SILENT' and state = 'AT_BUREAU';
create index death_task_state on death_task (state, due_on, id);
create index death_task_benefit on death_task (benefit_id);
select kit_guard('death_task');
select kit_audit('death_task');

-- When each source was last heard of: silence longer than its rhythm is an alert. A source that was never connected has no row.
create table death_feed (
  source text primary key,
  last_event_id uuid not null,
  last_received_on date not null,
  covers_to date not null
);
select kit_grant('death_feed', 'select, insert, update');

alter table benefit_hold add foreign key (death_id) references known_death;
-- A day that is corrected gives the benefit a second hold before the first is lifted.
drop index benefit_hold_death;
create index benefit_hold_death on benefit_hold (death_id) where death_id is not null;
-- The street whose payee it was says so, though the death was told elsewhere: only the payee it was asked about.
create function identify_death(asked uuid) returns boolean language plpgsql security definer set search_path = social_assistance, pg_temp as $$
begin
  update known_death d set person_key = m.person_key, state = 'KNOWN', division_code = m.division_code
  from death_task t join benefit_member m on m.benefit_id = t.benefit_id and m.member_id = t.member_id
  where t.id = asked and t.kind = 'NAME_MATCH' and t.state = 'AT_STREET' and d.id = t.death_id and d.state = 'UNIDENTIFIED'
    and t.division_code >= current_setting('app.scope', true) and t.division_code < current_setting('app.scope_end', true);
  return found;
end $$;
revoke execute on function identify_death from public;
do $grant$ begin execute format('grant execute on function identify_death to %I', kit_app_role()); end $grant$;

-- A death without a number is compared by name.
create index benefit_member_name on benefit_member (name);
`,
)
