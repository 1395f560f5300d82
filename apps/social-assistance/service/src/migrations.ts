import { sqlMigration } from '@xishan/service-kit'

const ROOT = `
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null`

const CASE = `${ROOT},
  number text not null unique,
  state text not null,
  state_since date not null,
  due_on date`

const Divisions = sqlMigration(
  1760000000201,
  'Divisions',
  `
-- Divisions as they stood from valid_from up to but not on valid_to; read by every list, the same for everyone.
create table division (
  code text collate "C" not null,
  name text not null,
  kind text not null,
  valid_from date,
  valid_to date,
  predecessors text[] not null,
  successors text[] not null,
  in_plan_denominator boolean not null,
  unique nulls not distinct (code, valid_from)
);
select kit_grant('division', 'select, insert, update');
`,
)

const Parameters = sqlMigration(
  1760000000202,
  'Parameters',
  `
-- Approved versions, never changed. A version ends where the next one begins, or earlier on effective_to.
create table parameter_version (
  key text not null,
  version integer not null check (version > 0),
  value jsonb not null,
  unit text not null,
  effective_from date not null,
  effective_to date,
  source_mark text not null check (source_mark in ('seed', 'law', 'assumption')),
  source text not null,
  title text not null,
  note text not null,
  proposal_id uuid,
  primary key (key, version)
);
select kit_grant('parameter_version', 'select, insert');

create table parameter_proposal (
  ${CASE},
  key text not null,
  value jsonb not null,
  effective_from date not null,
  source text not null,
  note text not null,
  proposed_by text not null,
  proposed_on date not null,
  decided_by text,
  decided_on date,
  opinion text not null
);
create unique index parameter_proposal_open on parameter_proposal (key) where state = 'PROPOSED';
select kit_guard('parameter_proposal');
select kit_audit('parameter_proposal');
`,
)

const Households = sqlMigration(
  1760000000203,
  'Households',
  `
create table household (
  ${ROOT},
  number text not null unique,
  applicant_name text collate "C" not null,
  document_masked text not null,
  member_count integer not null,
  hukou_division_code text not null,
  residence text not null,
  address text not null,
  phone_sealed text not null,
  phone_masked text not null,
  bank text,
  account_number_sealed text,
  account_last_four text,
  account_holder text,
  separately_registered boolean not null
);
create index household_division on household (division_code, id);
create index household_name on household (applicant_name, id);
select kit_guard('household');
select kit_audit('household');

-- "facts" is the member as the contract's schema has it; name, relation and birth date stand beside it for lists.
create table household_member (
  household_id uuid not null references household,
  id uuid not null,
  division_code text collate "C" not null,
  position integer not null,
  name text collate "C" not null,
  relation text not null,
  birth_date date not null,
  document_type text not null,
  document_number_sealed text not null,
  document_masked text not null,
  document_lookup text not null,
  person_key text not null,
  facts jsonb not null,
  counted boolean,
  counted_because text not null,
  primary key (household_id, id)
);
create index household_member_lookup on household_member (document_lookup);
create index household_member_person on household_member (person_key);
select kit_guard('household_member', 'select, insert, update, delete');
`,
)

const Applications = sqlMigration(
  1760000000204,
  'Applications',
  `
create table application (
  ${CASE},
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

create table means_check (
  ${CASE},
  application_id uuid not null unique references application,
  round integer not null,
  requested_on date not null,
  requested_by text not null,
  conclusion text not null,
  concluded_on date,
  told_on date,
  recheck_reason text not null
);
create index means_check_state on means_check (state, due_on, id);
select kit_guard('means_check');
select kit_audit('means_check');

create table means_check_answer (
  means_check_id uuid not null references means_check,
  member_id uuid not null,
  source text not null,
  division_code text collate "C" not null,
  answered_on date not null,
  finding text not null,
  amount_fen bigint,
  details text not null,
  way text not null,
  entered_by text not null,
  primary key (means_check_id, member_id, source)
);
select kit_guard('means_check_answer', 'select, insert, update, delete');

create table survey (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  round integer not null,
  record jsonb not null,
  investigator_id text not null,
  investigator text not null,
  countersigned_by text,
  countersigned_on date,
  unique (application_id, round)
);
select kit_guard('survey');

create table posting (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  round integer not null,
  applicant_name text not null,
  member_count integer not null,
  recommend boolean not null,
  amount_fen bigint not null,
  place text not null,
  starts_on date not null,
  ends_on date not null,
  closed_on date,
  -- OVER: the period ran out; OBJECTION, WITHDRAWN, TERMINATED: it was broken off.
  closed_by text check (closed_by in ('OVER', 'OBJECTION', 'WITHDRAWN', 'TERMINATED')),
  unique (application_id, round)
);
create index posting_period on posting (ends_on, id);
select kit_guard('posting');

-- Who objects or reports is sealed: only the handlers of the objection learn it.
create table objection (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  kind text not null check (kind in ('OBJECTION', 'REPORT')),
  received_on date not null,
  way text not null,
  named boolean not null,
  objector_sealed text,
  phone_sealed text,
  content text not null,
  recorded_by text not null,
  answered_on date,
  answer text not null,
  answered_by text
);
create index objection_application on objection (application_id);
select kit_guard('objection');

create table delivery (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  paper text not null,
  delivered_on date not null,
  way text not null,
  received_by text not null,
  recorded_by text not null
);
create index delivery_application on delivery (application_id);
select kit_guard('delivery');

-- The decision with everything it stands on: "facts" is the sheet and the finances, "assessment" what the rules made of them.
create table decision (
  id uuid primary key,
  application_id uuid not null unique references application,
  division_code text collate "C" not null,
  outcome text not null check (outcome in ('CONFIRMED', 'REFUSED', 'NOT_ACCEPTED', 'TERMINATED')),
  decided_on date not null,
  decided_by_id text not null,
  decided_by text not null,
  opinion text not null,
  ground text,
  amount_fen bigint not null,
  category text,
  from_month text,
  remedy text not null,
  facts jsonb,
  assessment jsonb
);
create index decision_decided_on on decision (decided_on, id);
select kit_guard('decision', 'select, insert');
`,
)

const Benefits = sqlMigration(
  1760000000205,
  'Benefits',
  `
create table benefit (
  ${ROOT},
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

const ACROSS_SCOPES = `
-- A scope that a row may be written in by this transaction.
create function inside_scope(code text) returns boolean language sql stable as $$
  select code collate "C" >= current_setting('app.scope', true) and code collate "C" < current_setting('app.scope_end', true)
$$;

create table duplicate_check_log (
  id bigint generated always as identity primary key,
  actor_id text not null,
  actor_name text not null,
  scope text not null,
  document_lookup text not null,
  purpose text not null,
  in_pay boolean not null,
  in_open_case boolean not null,
  business_date date not null,
  at timestamptz not null default now()
);

-- Yes or no over the whole district: is the person in pay, is the person in another case that is not decided. Whoever asks is
-- logged by the function itself; the caller learns nothing else. Waits for another transaction that asks about the same person
-- before it confirms.
create function check_duplicate(actor_id text, actor_name text, actor_roles text[], lookup text, except_application uuid, purpose text, on_date date)
  returns table (in_pay boolean, in_open_case boolean) language plpgsql volatile security definer set search_path = social_assistance, pg_temp as $$
begin
  if not actor_roles && array['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_APPROVER'] then
    raise exception 'not permitted to check duplicates' using errcode = '42501';
  end if;
  if coalesce(current_setting('app.scope', true), '') = '' then
    raise exception 'no scope' using errcode = '42501';
  end if;
  if purpose = 'CONFIRM' then perform pg_advisory_xact_lock(hashtext('in pay ' || lookup)); end if;
  in_pay := exists (select from benefit_member m where m.document_lookup = lookup and (m.to_month is null or m.to_month >= to_char(on_date, 'YYYY-MM')));
  in_open_case := exists (
    select from application a
    where a.state <> all (array['DRAFT', 'NOT_ACCEPTED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'])
      and a.id is distinct from except_application
      and (a.document_lookup = lookup
           or a.household_id in (select h.household_id from household_member h where h.document_lookup = lookup)));
  insert into duplicate_check_log (actor_id, actor_name, scope, document_lookup, purpose, in_pay, in_open_case, business_date)
  values (actor_id, actor_name, current_setting('app.scope', true), lookup, purpose, in_pay, in_open_case, on_date);
  return next;
end $$;
revoke execute on function check_duplicate(text, text, text[], text, uuid, text, date) from public;

-- A case moves to another community of the caller's own area: its steps and files, which nobody may change, move with it.
create function move_case_records(subject uuid, target text) returns void language plpgsql volatile security definer set search_path = social_assistance, pg_temp as $$
begin
  if not inside_scope(target)
    or exists (select from case_step where case_id = subject and not inside_scope(division_code))
    or exists (select from attachment where subject_id = subject and not inside_scope(division_code)) then
    raise exception 'outside the scope' using errcode = '42501';
  end if;
  update case_step set division_code = target where case_id = subject;
  update attachment set division_code = target where subject_id = subject;
end $$;
revoke execute on function move_case_records(uuid, text) from public;

do $$ begin
  execute format('grant execute on function check_duplicate(text, text, text[], text, uuid, text, date), move_case_records(uuid, text) to %I', kit_app_role());
end $$;
`

const AcrossScopes = sqlMigration(1760000000206, 'AcrossScopes', ACROSS_SCOPES)

const ProposalSourceMark = sqlMigration(
  1760000000207,
  'ProposalSourceMark',
  `
-- A proposal from before says nothing of its grounds, so it counts as an assumption.
alter table parameter_proposal add column source_mark text not null default 'assumption' check (source_mark in ('seed', 'law', 'assumption'));
alter table parameter_proposal alter column source_mark drop default;
`,
)

export const migrations = [Divisions, Parameters, Households, Applications, Benefits, AcrossScopes, ProposalSourceMark]
