import { CASE_COLUMNS, ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 名册导入: how a bureau begins. A row says what was read, what is wrong with it and what became of it. */
export const RosterImports = sqlMigration(
  1760000000406,
  'RosterImports',
  `
create table roster_mapping (
  ${ROOT_COLUMNS},
  kind text not null check (kind in ('IN_PAY', 'OTHER_ENTITLEMENT')),
  name text not null,
  -- Wanted column → head as it stood in the file.
  columns jsonb not null,
  saved_on date not null,
  saved_by text not null,
  unique (kind, name)
);
select kit_guard('roster_mapping');
select kit_audit('roster_mapping');

create table roster_import (
  ${CASE_COLUMNS},
  kind text not null check (kind in ('IN_PAY', 'OTHER_ENTITLEMENT')),
  scheme text check (scheme in ('EXTREME_HARDSHIP', 'ORPHAN', 'DE_FACTO_ORPHAN')),
  file_name text not null,
  digest text not null,
  as_of_month text collate "C" not null,
  -- The last row of the head as the sheet counts, and the heads by column.
  head_row integer not null,
  heads jsonb not null,
  -- Wanted column → index of the column in the file.
  columns jsonb not null,
  mapping_name text not null default '',
  row_count integer not null,
  household_count integer not null default 0,
  new_count integer not null default 0,
  unchanged_count integer not null default 0,
  refused_count integer not null default 0,
  problem_count integer not null default 0,
  new_people integer not null default 0,
  new_fen bigint not null default 0,
  applied_count integer not null default 0,
  -- The file that corrects the refused rows of an earlier one names it.
  corrects_id uuid references roster_import,
  made_by text not null,
  uploaded_on date not null,
  -- The run that may write while it is checked or taken over, and the job it is.
  run uuid,
  job_id uuid,
  checked_on date,
  applied_on date,
  applied_by text
);
create index roster_import_list on roster_import (number desc);
create unique index roster_import_file on roster_import (kind, digest) where state <> 'ABANDONED';
create index roster_import_corrects on roster_import (corrects_id) where corrects_id is not null;
select kit_guard('roster_import');
select kit_audit('roster_import');

-- The file as it was sent, sealed piece by piece, until it has been taken over.
create table roster_file (
  import_id uuid not null references roster_import,
  position integer not null,
  division_code text collate "C" not null,
  piece_sealed text not null,
  primary key (import_id, position)
);
select kit_guard('roster_file', 'select, insert, delete');

-- The cells are sealed: they hold identity and account numbers of people who may not be in the system yet.
create table roster_row (
  import_id uuid not null references roster_import,
  row_number integer not null,
  division_code text collate "C" not null,
  cells_sealed text not null,
  household_key text collate "C" not null,
  is_head boolean not null default false,
  name text not null,
  document_masked text not null,
  document_lookup text,
  person_key text,
  -- What was read from the cells, without identity, account and telephone numbers.
  facts jsonb not null,
  outcome text not null check (outcome in ('READ', 'NEW', 'UNCHANGED', 'PROBLEM', 'APPLIED')),
  problems jsonb not null default '[]',
  -- Of a head whose household can be taken over.
  people integer,
  amount_fen bigint,
  from_month text collate "C",
  benefit_id uuid references benefit,
  primary key (import_id, row_number)
);
create index roster_row_refused on roster_row (import_id, row_number) where outcome = 'PROBLEM';
create index roster_row_household on roster_row (import_id, household_key);
create index roster_row_person on roster_row (document_lookup) where document_lookup is not null;
select kit_guard('roster_row', 'select, insert, update, delete');

-- A household that came in by a roster has no case; the roster says so, and when the bureau first found it entitled.
alter table benefit add column roster_import_id uuid references roster_import;
alter table benefit add column first_confirmed_on date;
create index benefit_of_roster on benefit (roster_import_id) where roster_import_id is not null;
`,
)
