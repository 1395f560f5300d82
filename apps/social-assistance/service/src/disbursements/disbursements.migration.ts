import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** The monthly batch (B10, B11). Amounts are written once: the service may not update them. */
export const Disbursements = sqlMigration(
  1760000000403,
  'Disbursements',
  `
create table disbursement_batch (
  ${CASE_COLUMNS},
  scheme text not null check (scheme in ('SUBSISTENCE_ALLOWANCE')),
  -- REGULAR pays the month and what else is due; SUPPLEMENTARY only what else is due.
  kind text not null check (kind in ('REGULAR', 'SUPPLEMENTARY')),
  month text collate "C" not null,
  title text not null,
  template_id uuid,
  made_by text not null,
  -- The run that may write its lines while it is being calculated.
  calculation uuid,
  calculated_on date,
  line_count integer not null default 0,
  household_count integer not null default 0,
  total_fen bigint not null default 0,
  held_count integer not null default 0,
  held_fen bigint not null default 0,
  offset_fen bigint not null default 0,
  -- SM3 over the lines that were approved, and its signature where the service has a key.
  approved_digest text,
  approved_signature text,
  approved_on date,
  exported_on date,
  reconciled_on date,
  closed_on date,
  returned_because text not null default ''
);
create unique index disbursement_batch_month on disbursement_batch (scheme, month) where kind = 'REGULAR' and state <> 'CANCELLED';
create index disbursement_batch_list on disbursement_batch (month desc, number desc);
select kit_guard('disbursement_batch');
select kit_audit('disbursement_batch');

-- 资金来源 and 指标文号 of a batch; their amounts add up to its total.
create table disbursement_fund (
  batch_id uuid not null references disbursement_batch,
  source text not null check (source in ('CENTRAL', 'PROVINCE', 'CITY', 'DISTRICT')),
  division_code text collate "C" not null,
  document text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (batch_id, source, document)
);
select kit_guard('disbursement_fund', 'select, insert, update, delete');

create table disbursement_line (
  id uuid primary key,
  batch_id uuid not null references disbursement_batch,
  seq integer not null,
  division_code text collate "C" not null,
  benefit_id uuid not null references benefit,
  household_id uuid not null references household,
  kind text not null check (kind in ('REGULAR', 'ARREARS', 'ADJUST', 'ONE_OFF')),
  month text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- Kept back for a recovery (追回抵扣).
  offset_fen bigint not null default 0,
  pay_fen bigint generated always as (amount_fen - offset_fen) stored check (amount_fen - offset_fen > 0),
  recovery_id uuid,
  payable_id uuid references payable,
  member_count integer not null,
  applicant_name text collate "C" not null,
  document_masked text not null,
  person_key text not null,
  bank text,
  account_number_sealed text,
  account_last_four text,
  account_holder text,
  cause text not null,
  trace jsonb not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'HELD', 'SENT', 'PAID', 'FAILED', 'REISSUED', 'CANCELLED')),
  state_because text not null default '',
  state_on date not null,
  unique (batch_id, seq)
);
-- Nobody is paid twice for a month, and nothing that is due besides is paid twice.
create unique index disbursement_line_month on disbursement_line (benefit_id, month) where kind = 'REGULAR' and state <> 'CANCELLED';
create unique index disbursement_line_payable on disbursement_line (payable_id) where payable_id is not null and state <> 'CANCELLED';
create index disbursement_line_benefit on disbursement_line (benefit_id, month);
create index disbursement_line_person on disbursement_line (person_key);
create index disbursement_line_state on disbursement_line (batch_id, state, seq);
create index disbursement_line_recovery on disbursement_line (recovery_id) where recovery_id is not null;
select kit_guard('disbursement_line', 'select, insert');
select kit_grant('disbursement_line', 'update (state, state_because, state_on)');
-- A draft that is calculated anew gives up its lines; nothing else does.
select kit_grant('disbursement_line', 'delete');
create function keep_disbursement_lines() returns trigger language plpgsql as $$
begin
  if (select state from disbursement_batch where id = old.batch_id) not in ('DRAFT', 'CALCULATING') then
    raise exception 'line % of a batch that was calculated cannot be deleted', old.id using errcode = 'XA002';
  end if;
  return old;
end $$;
create trigger keep_lines before delete on disbursement_line for each row execute function keep_disbursement_lines();

-- What the checks before payment found; a batch goes on when each is answered by a note or by taking the line out.
create table disbursement_finding (
  id uuid primary key,
  batch_id uuid not null references disbursement_batch,
  line_id uuid references disbursement_line on delete cascade,
  division_code text collate "C" not null,
  code text not null check (code in ('ALIVE', 'UNIQUE', 'ACCOUNT_NAME', 'ACCOUNT_MISSING', 'OVERLAP', 'DEVIATION', 'NOT_ACTIVE', 'DEATH_LIST_STALE')),
  severity text not null check (severity in ('BLOCK', 'NOTE')),
  detail text not null,
  answered_on date,
  answered_by text,
  answer text,
  taken_out boolean not null default false
);
create index disbursement_finding_batch on disbursement_finding (batch_id, id);
-- A check that runs again finds nothing twice.
create unique index disbursement_finding_line on disbursement_finding (line_id, code) where line_id is not null;
create unique index disbursement_finding_of_batch on disbursement_finding (batch_id, code) where line_id is null;
select kit_guard('disbursement_finding', 'select, insert, update, delete');

-- Who else is supported by another scheme (特困, 孤儿 …), as the bureau's lists say: for the check of overlaps (B9).
create table other_entitlement (
  id uuid primary key,
  division_code text collate "C" not null,
  scheme text not null check (scheme in ('EXTREME_HARDSHIP', 'ORPHAN', 'DE_FACTO_ORPHAN')),
  document_lookup text not null,
  name text not null,
  from_month text collate "C" not null,
  to_month text collate "C",
  import_id uuid,
  unique (scheme, document_lookup, from_month)
);
create index other_entitlement_person on other_entitlement (document_lookup);
select kit_guard('other_entitlement');
`,
)
