import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'
import { decisionTable } from '../decisions/decisions.sql'
import { deliveryTable } from '../documents/deliveries.sql'
import { surveyTable } from '../investigations/surveys.sql'
import { meansCheckTables } from '../means-checks/means-checks.sql'
import { objectionTable } from '../objections/objections.sql'
import { postingTable } from '../postings/postings.sql'

export const Applications = sqlMigration(
  1760000000204,
  'Applications',
  `
create table application (
  ${CASE_COLUMNS},
  household_id uuid references household,
  applicant_name text collate "C",
  document_type text,
  document_number_sealed text,
  document_masked text,
  document_lookup text,
  person_key text,
  phone_sealed text,
  phone_masked text,
  hukou_division_code text,
  residence text,
  address text,
  member_count integer,
  hardship text,
  staff_relative boolean,
  agent_applies boolean,
  agent_name text,
  agent_relation text,
  agent_phone_sealed text,
  agent_phone_masked text,
  entry text not null,
  single_member_id uuid,
  submitted_on date,
  -- By when the applicant answers a notice of what is missing.
  correct_by date,
  accepted_on date,
  decided_on date,
  separately_registered boolean not null,
  reported boolean not null,
  -- Accounts of members' near relatives on the staff, who are kept from the case.
  related_account_ids text[] not null,
  delegated boolean not null,
  home_visited_on date,
  recommended boolean,
  amount_fen bigint,
  terms jsonb not null,
  -- First day on which the light of the nearest running term is yellow.
  warn_on date,
  -- The clock stands still since; the light stays as it was on this day.
  suspended_since date,
  extended_for text
);
create index application_division on application (division_code, id);
create index application_state on application (state, due_on, id);
create index application_name on application (applicant_name, id);
create index application_lookup on application (document_lookup);
create index application_person on application (person_key);
create index application_household on application (household_id);
create index application_submitted on application (submitted_on desc, id desc);
select kit_guard('application');
select kit_audit('application');

-- The declared economic circumstances of an application, as the contract's schema has them.
create table application_finances (
  application_id uuid primary key references application,
  division_code text collate "C" not null,
  finances jsonb not null
);
select kit_guard('application_finances');
${meansCheckTables}
${surveyTable}
${postingTable}
${objectionTable}
${deliveryTable}
${decisionTable}
`,
)
