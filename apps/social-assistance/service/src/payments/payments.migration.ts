import { ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** Files to the bank or the treasury, and what comes back (B10). */
export const Payments = sqlMigration(
  1760000000404,
  'Payments',
  `
-- 收款方模板: how a recipient wants its file, and how its return file is read.
create table payment_template (
  ${ROOT_COLUMNS},
  name text not null,
  recipient text not null,
  format text not null check (format in ('XLSX', 'PIPE')),
  encoding text not null check (encoding in ('UTF-8', 'GB18030')),
  titles jsonb not null,
  columns jsonb not null,
  return_format text not null check (return_format in ('XLSX', 'PIPE')),
  return_columns jsonb not null,
  -- Result codes: what each means, and which of them mean paid.
  codes jsonb not null,
  -- Put in by the platform; nobody of the bureau has looked at it yet.
  assumed boolean not null,
  retired_on date
);
create unique index payment_template_name on payment_template (name) where retired_on is null;
select kit_guard('payment_template');
select kit_audit('payment_template');

-- One file per sending: the first of a batch, then those of failed lines. Made anew it has the same bytes.
create table payment_file (
  id uuid primary key,
  batch_id uuid not null references disbursement_batch,
  number integer not null,
  division_code text collate "C" not null,
  template_id uuid not null references payment_template,
  template_version integer not null,
  -- The layout as it was, with the batch's own words: what the file is made of again.
  template jsonb not null,
  -- The bank repeats it in its return file.
  name text not null unique,
  attempt_count integer not null,
  total_fen bigint not null,
  -- SM3 over the detail lines of a text file as it stands in its head, over the cells of a workbook.
  digest text not null,
  signature text,
  made_on date not null,
  made_by text not null,
  sent_on date,
  sent_by text,
  unique (batch_id, number)
);
select kit_guard('payment_file', 'select, insert');
select kit_grant('payment_file', 'update (sent_on, sent_by)');

create table return_file (
  id uuid primary key,
  batch_id uuid not null references disbursement_batch,
  payment_file_id uuid not null references payment_file,
  division_code text collate "C" not null,
  name text not null,
  digest text not null,
  row_count integer not null,
  paid_count integer not null,
  failed_count integer not null,
  unmatched_count integer not null,
  read_on date not null,
  read_by text not null,
  unique (payment_file_id, digest)
);
create index return_file_batch on return_file (batch_id, id);
select kit_guard('return_file', 'select, insert');

-- Each sending of a line. A line has at most one that may still pay, so that nothing is paid twice.
create table disbursement_attempt (
  id uuid primary key,
  line_id uuid not null references disbursement_line,
  batch_id uuid not null references disbursement_batch,
  -- The file is written when its digest is known, after its lines.
  payment_file_id uuid not null references payment_file deferrable initially deferred,
  number integer not null,
  seq integer not null,
  division_code text collate "C" not null,
  bank text not null,
  account_number_sealed text not null,
  account_last_four text not null,
  account_holder text not null,
  -- The holder's paper, where the file names it.
  document_number_sealed text,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null default 'SENT' check (state in ('SENT', 'PAID', 'FAILED')),
  return_file_id uuid references return_file,
  code text,
  result_text text,
  returned_on date,
  paid_on date,
  bank_reference text,
  -- By when a failed line must be on its way again, and from when the light is yellow.
  warn_on date,
  resend_by date,
  unique (line_id, number),
  unique (payment_file_id, seq)
);
create unique index disbursement_attempt_alive on disbursement_attempt (line_id) where state in ('SENT', 'PAID');
create unique index disbursement_attempt_reference on disbursement_attempt (bank_reference) where bank_reference is not null;
create index disbursement_attempt_failed on disbursement_attempt (resend_by, line_id) where state = 'FAILED';
select kit_guard('disbursement_attempt', 'select, insert');
select kit_grant('disbursement_attempt', 'update (state, return_file_id, code, result_text, returned_on, paid_on, bank_reference, warn_on, resend_by)');

-- A row of a return file as it was read. One that matches nothing keeps the batch open until somebody says what it is.
create table return_row (
  return_file_id uuid not null references return_file,
  row_number integer not null,
  batch_id uuid not null references disbursement_batch,
  division_code text collate "C" not null,
  seq integer,
  result text not null,
  code text,
  amount_fen bigint,
  paid_on date,
  bank_reference text,
  attempt_id uuid references disbursement_attempt,
  problem text check (problem in ('UNKNOWN_SEQ', 'DUPLICATE_SEQ', 'ALREADY_RETURNED', 'AMOUNT_DIFFERS', 'NAME_DIFFERS', 'UNKNOWN_CODE', 'DUPLICATE_REFERENCE')),
  resolved_on date,
  resolved_by text,
  resolution text,
  primary key (return_file_id, row_number)
);
create index return_row_problem on return_row (batch_id, return_file_id, row_number) where problem is not null;
create index return_row_open on return_row (return_file_id, row_number) where problem is not null and resolved_on is null;
select kit_guard('return_row', 'select, insert');
select kit_grant('return_row', 'update (resolved_on, resolved_by, resolution)');

-- 账户更正: what is to be done before a failed line is sent again; it counts when another person sends it.
create table account_correction (
  ${ROOT_COLUMNS},
  line_id uuid not null references disbursement_line,
  household_id uuid not null references household,
  way text not null check (way in ('NEW_ACCOUNT', 'SAME_ACCOUNT')),
  bank text,
  account_number_sealed text,
  account_last_four text,
  account_holder text,
  reason text not null,
  proposed_by text not null,
  proposed_by_id text not null,
  proposed_on date not null,
  state text not null check (state in ('PROPOSED', 'ACCEPTED', 'REJECTED')),
  decided_by text,
  decided_on date,
  decision text not null,
  check ((way = 'NEW_ACCOUNT') = (account_number_sealed is not null))
);
create unique index account_correction_open on account_correction (line_id) where state = 'PROPOSED';
create index account_correction_line on account_correction (line_id, id);
select kit_guard('account_correction');
select kit_audit('account_correction');

-- What was paid, failed or given up in a closed batch stays so. What was held goes over into arrears when its hold is lifted.
create function keep_closed_lines() returns trigger language plpgsql security definer set search_path = social_assistance, pg_temp as $$
begin
  if exists (
    select from earlier e join later l on l.id = e.id join disbursement_batch b on b.id = e.batch_id
    where b.state = 'CLOSED' and l.state <> e.state and not (e.state = 'HELD' and l.state = 'CANCELLED'))
  then
    raise exception 'a line of a closed batch cannot change' using errcode = 'XA003';
  end if;
  return null;
end $$;
create trigger keep_closed_lines after update on disbursement_line referencing old table as earlier new table as later for each statement execute function keep_closed_lines();

create function keep_closed_attempts() returns trigger language plpgsql security definer set search_path = social_assistance, pg_temp as $$
begin
  if exists (select from changed c join disbursement_batch b on b.id = c.batch_id where b.state = 'CLOSED') then
    raise exception 'a sending of a closed batch cannot change' using errcode = 'XA003';
  end if;
  return null;
end $$;
create trigger keep_closed_attempts after update on disbursement_attempt referencing new table as changed for each statement execute function keep_closed_attempts();
-- The history of months before the system is written by its owner.
create trigger keep_closed_sendings after insert on disbursement_attempt referencing new table as changed for each statement
  when (session_user = kit_app_role()) execute function keep_closed_attempts();
create trigger keep_closed_rows after update on return_row referencing new table as changed for each statement execute function keep_closed_attempts();
revoke execute on function keep_closed_lines(), keep_closed_attempts() from public;

create function keep_closed_batch() returns trigger language plpgsql as $$
begin
  raise exception 'batch % is closed', old.id using errcode = 'XA003';
end $$;
create trigger keep_closed_batch before update on disbursement_batch for each row when (old.state = 'CLOSED') execute function keep_closed_batch();
`,
)
