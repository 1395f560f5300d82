import { CASE_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 服务满意度评价: one of a person's services at a facility. */
export const Satisfactions = sqlMigration(
  1765000000704,
  'Satisfactions',
  `
create table survey (
  ${CASE_COLUMNS},
  facility_id uuid not null references facility,
  facility_name text not null,
  death_id uuid not null references death,
  deceased_name text collate "C" not null,
  bill_id uuid references bill,
  code_lookup text not null unique,
  code_sealed text not null,
  invited_on date not null,
  closes_on date not null check (closes_on > invited_on),
  grade text check (grade in ('VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED')),
  words text not null default '',
  source text check (source in ('LINK', 'TELEPHONE', 'PAPER')),
  answered_on date,
  entered_by text not null default '',
  contacted_on date,
  outcome text check (outcome in ('RESOLVED', 'EXPLAINED', 'REFERRED', 'UNREACHED')),
  result text not null default '',
  unique (death_id, facility_id),
  check ((state = 'INVITED') = (grade is null) and (grade is null) = (answered_on is null) and (grade is null) = (source is null)),
  check ((state = 'CLOSED') = (outcome is not null) and (outcome is null) = (contacted_on is null))
);
create index survey_number on survey (number desc);
create index survey_answered on survey (answered_on, facility_id) where answered_on is not null;
create index survey_invited on survey (invited_on, facility_id);
select kit_guard('survey');
select kit_audit('survey');
${moreSearchTerms('funeral_management', 'deceased_name', ['survey'])}
`,
)
