import { CASE_COLUMNS, ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 死亡名单: lists of the police, the health authority and the hall, row by row. */
export const DeathLists = sqlMigration(
  1765000000106,
  'DeathLists',
  `
create table death_list_mapping (
  ${ROOT_COLUMNS},
  source text not null unique check (source in ('POLICE', 'HEALTH', 'HALL')),
  -- Wanted column → head as it stood in the file.
  columns jsonb not null
);
select kit_guard('death_list_mapping');
select kit_audit('death_list_mapping');

create table death_list (
  ${CASE_COLUMNS},
  source text not null check (source in ('POLICE', 'HEALTH', 'HALL')),
  file_name text not null,
  digest text not null,
  covers_to date not null,
  -- The last row of the head as the sheet counts, and the heads by column.
  head_row integer not null,
  heads jsonb not null,
  -- Wanted column → index of the column in the file.
  columns jsonb not null,
  mapped_before boolean not null,
  row_count integer not null default 0,
  applied_rows integer not null default 0,
  uploaded_by text not null,
  uploaded_on date not null,
  applied_on date,
  -- The job that may write; one that another took the place of stops.
  run uuid,
  job_id uuid,
  job_of text
);
create index death_list_newest on death_list (number desc);
create unique index death_list_same_file on death_list (source, digest) where state <> 'DISCARDED';
select kit_guard('death_list');
select kit_audit('death_list');

-- The file as it was sent, sealed piece by piece: the sheet that goes back has its columns.
create table death_list_file (
  list_id uuid not null references death_list,
  position integer not null,
  division_code text collate "C" not null,
  piece_sealed text not null,
  primary key (list_id, position)
);
select kit_guard('death_list_file', 'select, insert');

create table death_list_row (
  list_id uuid not null references death_list,
  row_number integer not null,
  division_code text collate "C" not null,
  -- What was read, without the number.
  name text not null,
  sex text,
  birth_date date,
  died_on date,
  hukou_division_code text not null,
  document_masked text not null,
  document_number_sealed text,
  document_lookup text,
  person_key text,
  unknown_key text,
  converted boolean not null,
  facts jsonb not null,
  finding text not null check (finding in ('NEW', 'KNOWN', 'REPEATED', 'CONFLICT', 'UNIDENTIFIED', 'FAULTY')),
  messages text[] not null,
  -- What the row came to when the list was taken over.
  death_id uuid references death,
  applied boolean not null default false,
  primary key (list_id, row_number)
);
create index death_list_row_finding on death_list_row (list_id, finding, row_number);
create index death_list_row_open on death_list_row (list_id, died_on, row_number) where not applied;
select kit_guard('death_list_row', 'select, insert, update, delete');
`,
)
