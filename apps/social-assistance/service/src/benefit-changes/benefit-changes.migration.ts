import { CASE_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/**
 * What happens to a household in pay. An amount is never edited: a change adds a row to the benefit's history, and of two rows that
 * cover a month the one decided later, which has the higher sequence, is the one that counts.
 */
export const BenefitChanges = sqlMigration(
  1760000000401,
  'BenefitChanges',
  `
-- 在保变更办件: reported, worked out anew, confirmed by another.
create table benefit_change (
  ${CASE_COLUMNS},
  benefit_id uuid not null references benefit,
  household_id uuid not null references household,
  applicant_name text collate "C" not null,
  warn_on date,
  -- Accounts of members' near relatives: they are kept from the case (57号 §11).
  related_account_ids text[] not null default '{}',
  kind text not null check (kind in ('RECOMPUTE', 'HOLD', 'RESUME', 'GRADUAL_EXIT', 'STOP', 'ACCOUNT', 'HEAD')),
  source text not null,
  ground text not null,
  content text not null,
  -- When it came about, and when the bureau was told.
  occurred_on date not null,
  reported_on date not null,
  reported_by text not null,
  -- The sheet and the finances as they are now; null where nothing is worked out anew.
  facts jsonb,
  filled_on date,
  -- Papers of members that the household does not have yet, sealed, by member.
  documents jsonb not null default '{}',
  assessment jsonb,
  difference jsonb,
  outcome text,
  before_fen bigint not null,
  proposed_fen bigint,
  -- First month that it counts for; of an exit the last month paid.
  from_month text collate "C",
  last_month text collate "C",
  -- A new card waits sealed until it is confirmed.
  new_bank text,
  new_account_number_sealed text,
  new_account_last_four text,
  new_account_holder text,
  -- Everybody's relation to the new head.
  relations jsonb,
  decided_on date,
  decided_by text,
  opinion text not null,
  remedy text not null default '',
  -- The event that asked for it, when no person did.
  event_id uuid
);
create index benefit_change_division on benefit_change (division_code, id);
create index benefit_change_state on benefit_change (state, due_on, id);
create index benefit_change_benefit on benefit_change (benefit_id);
create unique index benefit_change_open on benefit_change (benefit_id, kind) where state in ('REPORTED', 'PROPOSED', 'REVIEWED');
create unique index benefit_change_event on benefit_change (event_id, benefit_id) where event_id is not null;
select kit_guard('benefit_change');
select kit_audit('benefit_change');
${moreSearchTerms('social_assistance', 'applicant_name', ['benefit_change'])}

-- That a notice of a change reached the household.
create table change_delivery (
  id uuid primary key,
  change_id uuid not null references benefit_change,
  division_code text collate "C" not null,
  paper text not null,
  delivered_on date not null,
  way text not null,
  received_by text not null,
  recorded_by text not null
);
create index change_delivery_of on change_delivery (change_id);
select kit_guard('change_delivery', 'select, insert');

-- 复算: how an amount in pay came about anew, whatever made it necessary. "cause_id" is a benefit change or a standard change.
create table reassessment (
  id uuid primary key,
  division_code text collate "C" not null,
  benefit_id uuid not null references benefit,
  cause_kind text not null check (cause_kind in ('BENEFIT_CHANGE', 'STANDARD_CHANGE', 'ROSTER_IMPORT')),
  cause_id uuid not null,
  from_month text collate "C" not null,
  before_fen bigint not null,
  after_fen bigint not null,
  member_count integer not null,
  facts jsonb,
  assessment jsonb not null,
  made_on date not null,
  unique (benefit_id, cause_kind, cause_id, from_month)
);
select kit_guard('reassessment', 'select, insert');

alter table benefit_amount add column sequence integer not null default 1;
alter table benefit_amount add column reassessment_id uuid references reassessment;
alter table benefit_amount drop constraint benefit_amount_pkey;
alter table benefit_amount add primary key (benefit_id, from_month, sequence);

-- 缓发: while a hold is open nothing is sent for the months it covers; what is withheld is paid as arrears when it is lifted.
create table benefit_hold (
  id uuid primary key,
  division_code text collate "C" not null,
  benefit_id uuid not null references benefit,
  ground text not null check (ground in ('CHANGE', 'DEATH', 'NON_COOPERATION', 'ACCOUNT', 'INVESTIGATION', 'OTHER')),
  because text not null,
  change_id uuid references benefit_change,
  death_id uuid,
  from_month text collate "C" not null,
  placed_on date not null,
  placed_by text not null,
  lifted_on date,
  lifted_by text,
  lifted_because text
);
-- Re-checks that are due, soonest first.
create index benefit_recheck on benefit (recheck_on, number) where to_month is null;

create index benefit_hold_open on benefit_hold (benefit_id) where lifted_on is null;
create unique index benefit_hold_death on benefit_hold (benefit_id, death_id) where death_id is not null;
select kit_guard('benefit_hold', 'select, insert');
select kit_grant('benefit_hold', 'update (lifted_on, lifted_by, lifted_because)');
`,
)
