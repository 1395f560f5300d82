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

-- What a death did to a benefit: a hold, a task, a recovery. Once each.
create table death_effect (
  death_id uuid not null references known_death,
  benefit_id uuid not null references benefit,
  division_code text collate "C" not null,
  kind text not null check (kind in ('HOLD', 'RECHECK', 'CARD_CHANGE', 'RECOVERY')),
  held_fen bigint not null default 0,
  recovery_fen bigint not null default 0,
  on_date date not null,
  reversed_on date,
  primary key (death_id, benefit_id, kind)
);
select kit_guard('death_effect');

-- What a death leaves for a person to do, with an owner and a clock.
create table death_task (
  ${CASE_COLUMNS},
  kind text not null check (kind in ('NAME_MATCH', 'NO_MATCH', 'CONFLICT', 'RECHECK', 'CARD_CHANGE')),
  death_id uuid not null references known_death,
  benefit_id uuid references benefit,
  household_id uuid references household,
  applicant_name text not null,
  detail text not null,
  opinion text not null default '',
  decided_on date,
  decided_by text
);
create unique index death_task_once on death_task (death_id, kind, coalesce(benefit_id, '00000000-0000-0000-0000-000000000000'));
create index death_task_state on death_task (state, due_on, id);
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
`,
)
