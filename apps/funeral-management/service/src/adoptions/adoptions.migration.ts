import { CASE_COLUMNS, closedFiles, sqlMigration } from '@xishan/service-kit'

/** 收养评估: files that only named people see, every one of their tables closed. */
export const Adoptions = sqlMigration(
  1765000000901,
  'Adoptions',
  `
${closedFiles('funeral_management')}

-- Nothing here names a party, so that the audit's summaries name none: people stand in adoption_party, words in case_step.
create table adoption_assessment (
  ${CASE_COLUMNS},
  warn_on date,
  suspended_since date,
  kind text not null check (kind in ('FOUNDLING', 'RELATIVE', 'OTHER')),
  consented_on date not null,
  place_code text collate "C" not null,
  giver_kind text check (giver_kind in ('PARENT', 'GUARDIAN', 'INSTITUTION')),
  deadline jsonb not null,
  mode text check (mode in ('STAFF', 'THIRD_PARTY')),
  organisation text not null default '',
  assessors text[] not null default '{}',
  accepted_on date,
  review_days integer,
  notice_on date,
  notice_until date,
  outcome jsonb,
  check (kind = 'FOUNDLING' or giver_kind is not null),
  check (notice_on is null or kind = 'FOUNDLING')
);
create index adoption_assessment_number on adoption_assessment (number desc);
select kit_guard('adoption_assessment');
select kit_audit('adoption_assessment');
select kit_close('adoption_assessment', 'id');

create table adoption_party (
  id uuid primary key,
  file_id uuid not null references adoption_assessment,
  division_code text collate "C" not null,
  party text not null check (party in ('ADOPTER', 'CHILD', 'GIVER')),
  position integer not null,
  name text not null,
  sex text,
  birth_date date,
  document_type text,
  document_number_sealed text,
  document_masked text,
  document_lookup text,
  unique (file_id, party, position)
);
create index adoption_party_document on adoption_party (document_lookup) where party = 'CHILD';
select kit_guard('adoption_party', 'select, insert');
select kit_close('adoption_party', 'file_id');

create table adoption_part (
  file_id uuid not null references adoption_assessment,
  key text not null,
  division_code text collate "C" not null,
  result text not null check (result in ('FIT', 'CONCERN', 'UNFIT')),
  finding text not null,
  entered_by text not null,
  entered_on date not null,
  primary key (file_id, key)
);
select kit_guard('adoption_part');
select kit_close('adoption_part', 'file_id');

create table adoption_visit (
  id uuid primary key,
  file_id uuid not null references adoption_assessment,
  division_code text collate "C" not null,
  visited_on date not null,
  visitors text not null,
  findings text not null,
  recorded_by text not null
);
create index adoption_visit_of on adoption_visit (file_id, visited_on);
select kit_guard('adoption_visit', 'select, insert');
select kit_close('adoption_visit', 'file_id');

select kit_close('case_step', 'case_id', $$case_type = 'adoption_assessment'$$);
select kit_close('reveal_log', 'subject_id', $$subject_type = 'adoption_assessment'$$);
`,
)
