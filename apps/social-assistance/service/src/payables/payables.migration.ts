import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** What is due besides the regular month: arrears, adjustments and one-off payments, each with its cause, each paid once. */
export const Payables = sqlMigration(
  1760000000402,
  'Payables',
  `
-- 标准调整执行: a new version of a parameter that amounts stand on, applied to every case in pay from its month.
create table standard_change (
  ${CASE_COLUMNS},
  parameter_key text not null,
  parameter_version integer not null,
  proposal_id uuid,
  effective_month text collate "C" not null,
  -- First month that was not closed when it was applied: from here on the new amount counts, before it arrears are due.
  from_month text collate "C",
  benefits integer,
  changed integer,
  monthly_difference_fen bigint,
  arrears_fen bigint,
  applied_on date,
  unique (parameter_key, parameter_version)
);
select kit_guard('standard_change');
select kit_audit('standard_change');

-- 一次性发放: 价格临时补贴, 节日慰问 and the like, for everybody who was in pay in a month and fits.
create table one_off_grant (
  ${CASE_COLUMNS},
  kind text not null,
  title text not null,
  document text not null,
  month text collate "C" not null,
  per text not null check (per in ('HOUSEHOLD', 'PERSON')),
  amount_fen bigint not null check (amount_fen > 0),
  residence text,
  category text,
  division text collate "C",
  households integer,
  total_fen bigint,
  proposed_by text not null,
  proposed_on date not null,
  decided_on date,
  decided_by text,
  opinion text not null
);
select kit_guard('one_off_grant');
select kit_audit('one_off_grant');

-- 调整补差: one household, one amount, one cause.
create table adjustment (
  ${CASE_COLUMNS},
  benefit_id uuid not null references benefit,
  household_id uuid not null references household,
  applicant_name text collate "C" not null,
  month text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  cause text not null,
  document text not null,
  proposed_by text not null,
  proposed_on date not null,
  decided_by text,
  decided_on date,
  opinion text not null
);
create index adjustment_division on adjustment (division_code, id);
select kit_guard('adjustment');
select kit_audit('adjustment');

create table payable (
  id uuid primary key,
  division_code text collate "C" not null,
  benefit_id uuid not null references benefit,
  household_id uuid not null references household,
  kind text not null check (kind in ('ARREARS', 'ADJUST', 'ONE_OFF')),
  -- The month it is for, not the month it is paid in.
  month text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  cause_kind text not null check (cause_kind in ('BENEFIT_CHANGE', 'STANDARD_CHANGE', 'HOLD_LIFTED', 'ONE_OFF_GRANT', 'CORRECTION', 'ROSTER_IMPORT')),
  cause_id uuid not null,
  cause text not null,
  created_on date not null,
  created_by text not null,
  cancelled_on date,
  cancelled_because text,
  unique (benefit_id, kind, cause_kind, cause_id, month)
);
create index payable_open on payable (benefit_id) where cancelled_on is null;
create index payable_division on payable (division_code, id);
create index payable_cause on payable (cause_kind, cause_id);
create index payable_list on payable (created_on desc, id desc);
select kit_guard('payable', 'select, insert');
select kit_grant('payable', 'update (cancelled_on, cancelled_because)');
`,
)
