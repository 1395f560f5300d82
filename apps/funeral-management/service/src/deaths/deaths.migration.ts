import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 死亡登记: who died, by whom it was told, what was corrected. */
export const Deaths = sqlMigration(
  1765000000103,
  'Deaths',
  `
create table death (
  ${CASE_COLUMNS},
  deceased_name text collate "C" not null,
  sex text,
  birth_date date,
  ethnicity text,
  document_type text,
  document_number_sealed text,
  document_masked text,
  document_lookup text,
  person_key text,
  -- What is known of somebody without a usable number, hashed: the same row of a list again is the same death.
  unknown_key text,
  hukou_division_code text not null,
  died_on date not null,
  place text,
  cause text,
  certificate_kind text,
  certificate_number text not null default '',
  certificate_issuer text not null default '',
  informant_name text not null default '',
  informant_relation text not null default '',
  informant_phone_sealed text,
  informant_phone_masked text,
  source text not null check (source in ('REGISTRATION', 'CREMATION', 'POLICE', 'HEALTH', 'HALL')),
  known_on date not null,
  registered_by text not null,
  remark text not null default '',
  -- Of the events that were told to other lines; 0 before the first.
  revision integer not null check (revision >= 0),
  -- The list that first told of it.
  list_id uuid,
  check ((document_lookup is null) = (person_key is null)),
  check (state not in ('REGISTERED', 'DISPUTED') or person_key is not null)
);
create unique index death_person on death (document_lookup) where state not in ('REVOKED', 'DISMISSED');
create unique index death_unknown on death (unknown_key) where state not in ('REVOKED', 'DISMISSED');
create index death_number on death (number desc);
create index death_state on death (state, due_on, number);
create index death_died_on on death (died_on);
create index death_of_list on death (list_id) where list_id is not null;
select kit_guard('death');
select kit_audit('death');

create table death_report (
  id uuid primary key,
  death_id uuid not null references death,
  division_code text collate "C" not null,
  source text not null check (source in ('REGISTRATION', 'CREMATION', 'POLICE', 'HEALTH', 'HALL')),
  died_on date not null,
  -- The number of the list or of the cremation record.
  reference text not null,
  reported_by text not null,
  reported_on date not null,
  unique (death_id, source, died_on)
);
select kit_guard('death_report', 'select, insert');

create table death_change (
  ${CASE_COLUMNS},
  death_id uuid not null references death,
  deceased_name text collate "C" not null,
  kind text not null check (kind in ('CORRECTION', 'REVOCATION')),
  -- What a correction puts in place of what stands; null leaves it.
  content jsonb not null,
  reason text not null,
  proposed_by text not null,
  proposed_on date not null,
  proposed_at timestamptz not null,
  decided_by text not null default '',
  decided_on date,
  opinion text not null default ''
);
create unique index death_change_open on death_change (death_id) where state = 'PROPOSED';
create index death_change_death on death_change (death_id);
select kit_guard('death_change');
select kit_audit('death_change');

-- Whether the person's death is registered where this transaction does not look: nothing else of it is told.
create function death_elsewhere(lookup text) returns boolean language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select exists (
    select from death d where d.document_lookup = lookup and d.state not in ('REVOKED', 'DISMISSED')
      and not (d.division_code >= current_setting('app.scope', true) and d.division_code < current_setting('app.scope_end', true)))
$$;
revoke execute on function death_elsewhere(text) from public;
do $$ begin execute format('grant execute on function death_elsewhere(text) to %I', kit_app_role()); end $$;
`,
)
