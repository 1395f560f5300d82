import { ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

export const Benefits = sqlMigration(
  1760000000205,
  'Benefits',
  `
create table benefit (
  ${ROOT_COLUMNS},
  number text not null unique,
  household_id uuid not null references household,
  application_id uuid references application,
  applicant_name text collate "C" not null,
  document_masked text not null,
  residence text not null,
  member_count integer not null,
  category text not null,
  state text not null check (state in ('NORMAL', 'HELD', 'GRADUAL_EXIT', 'STOPPED')),
  from_month text collate "C" not null,
  -- The last month paid; null while in pay.
  to_month text collate "C",
  amount_fen bigint not null,
  recheck_on date,
  reason text not null
);
create index benefit_division on benefit (division_code, id);
create index benefit_household on benefit (household_id);
create index benefit_name on benefit (applicant_name, id);
create index benefit_month on benefit (from_month, to_month);
select kit_guard('benefit');
select kit_audit('benefit');

-- The people paid for. One person is in pay once: the index holds over the whole district, whatever a list may show.
create table benefit_member (
  benefit_id uuid not null references benefit,
  member_id uuid not null,
  division_code text collate "C" not null,
  name text not null,
  relation text not null,
  document_lookup text not null,
  person_key text not null,
  supplement_fen bigint not null,
  supplement_ground text,
  from_month text collate "C" not null,
  to_month text collate "C",
  primary key (benefit_id, member_id)
);
create unique index benefit_member_in_pay on benefit_member (document_lookup) where to_month is null;
create index benefit_member_person on benefit_member (person_key);
select kit_guard('benefit_member');

-- What was paid from when to when, and by which decision.
create table benefit_amount (
  benefit_id uuid not null references benefit,
  from_month text collate "C" not null,
  to_month text collate "C",
  division_code text collate "C" not null,
  amount_fen bigint not null,
  member_count integer not null,
  reason text not null,
  decision_id uuid references decision,
  primary key (benefit_id, from_month)
);
select kit_guard('benefit_amount');
`,
)
