import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 追回: what was paid after the right to it ended, and how it comes back. The entries add up to the fen. */
export const Recoveries = sqlMigration(
  1760000000405,
  'Recoveries',
  `
create table recovery (
  ${CASE_COLUMNS},
  benefit_id uuid not null references benefit,
  household_id uuid not null references household,
  applicant_name text collate "C" not null,
  cause text not null check (cause in ('LATE_EVENT', 'ERROR', 'FRAUD')),
  ground text not null,
  -- What found it: a benefit change, a death, an audit. The same finding opens no second case.
  cause_kind text not null check (cause_kind in ('BENEFIT_CHANGE', 'DEATH', 'AUDIT')),
  cause_id uuid not null,
  found_on date not null,
  found_by text not null,
  -- Σ due - reversed.
  due_fen bigint not null check (due_fen >= 0),
  -- Σ repaid, offset and written off - returned; due - settled is what is still owed.
  settled_fen bigint not null default 0 check (settled_fen >= 0),
  debtor text not null,
  notified_on date,
  notified_way text,
  notified_to text not null default '',
  agreed_on date,
  way text check (way in ('OFFSET', 'REPAY')),
  monthly_offset_fen bigint check (monthly_offset_fen > 0),
  write_off_document text not null default '',
  court text not null default '',
  -- 罚款: told here, owed to another; not part of what is due.
  fine_fen bigint check (fine_fen > 0),
  fine_document text not null default '',
  fined_on date,
  closed_on date,
  closed_because text not null default '',
  check (settled_fen <= due_fen),
  unique (benefit_id, cause_kind, cause_id)
);
create index recovery_division on recovery (division_code, id);
create index recovery_state on recovery (state, due_on, id);
create index recovery_offsetting on recovery (benefit_id) where state = 'OFFSETTING';
select kit_guard('recovery');
select kit_audit('recovery');

create table recovery_entry (
  id uuid primary key,
  recovery_id uuid not null references recovery,
  division_code text collate "C" not null,
  -- DUE: a month paid without right, REVERSED takes it back. REPAID, OFFSET and WRITTEN_OFF settle; RETURNED gives back what settled nothing.
  kind text not null check (kind in ('DUE', 'REVERSED', 'REPAID', 'OFFSET', 'WRITTEN_OFF', 'RETURNED')),
  month text collate "C",
  amount_fen bigint not null check (amount_fen > 0),
  entered_on date not null,
  entered_by text not null,
  line_id uuid references disbursement_line,
  reference text not null default '',
  note text not null default ''
);
create unique index recovery_entry_month on recovery_entry (recovery_id, kind, month) where kind in ('DUE', 'REVERSED');
create unique index recovery_entry_line on recovery_entry (line_id) where kind = 'OFFSET';
create unique index recovery_entry_reference on recovery_entry (recovery_id, reference) where reference <> '';
create index recovery_entry_of on recovery_entry (recovery_id, entered_on, id);
select kit_guard('recovery_entry', 'select, insert');

-- When how much is to be repaid, as last agreed.
create table recovery_instalment (
  recovery_id uuid not null references recovery,
  due_on date not null,
  division_code text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (recovery_id, due_on)
);
select kit_guard('recovery_instalment', 'select, insert, delete');

alter table disbursement_line add foreign key (recovery_id) references recovery;

-- What was cancelled while a batch was being calculated is not paid: whoever comes second is refused.
create function keep_cancelled_payables() returns trigger language plpgsql as $$
begin
  if (select cancelled_on from payable where id = new.payable_id for share) is not null then
    raise exception 'payable % was cancelled', new.payable_id using errcode = 'XA003';
  end if;
  return new;
end $$;
create trigger keep_cancelled before insert on disbursement_line for each row when (new.payable_id is not null) execute function keep_cancelled_payables();
`,
)
