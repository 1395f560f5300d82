import { CASE_COLUMNS, ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 在保名册导入: how a bureau begins. A row says what was read, what is wrong with it and what became of it. */
export const RosterImports = sqlMigration(
  1760000000406,
  'RosterImports',
  `
create table roster_mapping (
  ${ROOT_COLUMNS},
  kind text not null check (kind in ('IN_PAY', 'OTHER_ENTITLEMENT')),
  name text not null,
  columns jsonb not null,
  unique (kind, name)
);
select kit_guard('roster_mapping');
select kit_audit('roster_mapping');

create table roster_import (
  ${CASE_COLUMNS},
  kind text not null check (kind in ('IN_PAY', 'OTHER_ENTITLEMENT')),
  file_name text not null,
  digest text not null,
  as_of_month text collate "C" not null,
  head jsonb not null,
  columns jsonb,
  mapping_name text not null default '',
  row_count integer not null,
  household_count integer not null default 0,
  problem_count integer not null default 0,
  new_count integer not null default 0,
  unchanged_count integer not null default 0,
  applied_count integer not null default 0,
  -- The file that corrects the refused rows of an earlier one names it.
  corrects_id uuid references roster_import,
  made_by text not null,
  checked_on date,
  applied_on date,
  applied_by text
);
create index roster_import_list on roster_import (number desc);
select kit_guard('roster_import');
select kit_audit('roster_import');

-- The cells are sealed: they hold identity and account numbers of people who may not be in the system yet.
create table roster_row (
  import_id uuid not null references roster_import,
  row_number integer not null,
  division_code text collate "C" not null,
  cells_sealed text not null,
  household_key text,
  name text not null,
  document_masked text not null,
  outcome text not null check (outcome in ('READ', 'NEW', 'UNCHANGED', 'PROBLEM', 'APPLIED')),
  problems jsonb not null default '[]',
  benefit_id uuid references benefit,
  primary key (import_id, row_number)
);
create index roster_row_outcome on roster_row (import_id, outcome, row_number);
create index roster_row_household on roster_row (import_id, household_key);
select kit_guard('roster_row', 'select, insert, update, delete');

-- A household that came in by a roster has no case; the row it came from says so.
alter table benefit add column roster_import_id uuid references roster_import;
create index benefit_of_roster on benefit (roster_import_id) where roster_import_id is not null;
`,
)
