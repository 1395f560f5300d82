import { ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** Files to the bank or the treasury, and what comes back (B10). */
export const Payments = sqlMigration(
  1760000000404,
  'Payments',
  `
-- 发放文件模板: how a recipient wants its file, and how its return file is read.
create table payment_template (
  ${ROOT_COLUMNS},
  name text not null,
  recipient text not null,
  format text not null check (format in ('XLSX', 'PIPE')),
  encoding text not null check (encoding in ('UTF-8', 'GB18030')),
  columns jsonb not null,
  return_format text not null check (return_format in ('XLSX', 'PIPE')),
  return_columns jsonb not null,
  -- Result code → what it means; which codes mean paid.
  codes jsonb not null,
  retired_on date
);
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
  template jsonb not null,
  name text not null,
  attempt_count integer not null,
  total_fen bigint not null,
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
select kit_guard('return_file', 'select, insert');

-- Each sending of a line. A line has at most one that may still pay, so that nothing is paid twice.
create table disbursement_attempt (
  id uuid primary key,
  line_id uuid not null references disbursement_line,
  batch_id uuid not null references disbursement_batch,
  payment_file_id uuid not null references payment_file,
  number integer not null,
  seq integer not null,
  division_code text collate "C" not null,
  bank text not null,
  account_number_sealed text not null,
  account_last_four text not null,
  account_holder text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null default 'SENT' check (state in ('SENT', 'PAID', 'FAILED')),
  return_file_id uuid references return_file,
  code text,
  result_text text,
  returned_on date,
  paid_on date,
  bank_reference text,
  unique (line_id, number),
  unique (payment_file_id, seq)
);
create unique index disbursement_attempt_alive on disbursement_attempt (line_id) where state in ('SENT', 'PAID');
create unique index disbursement_attempt_reference on disbursement_attempt (bank_reference) where bank_reference is not null;
create index disbursement_attempt_batch on disbursement_attempt (batch_id, state, seq);
select kit_guard('disbursement_attempt', 'select, insert');
select kit_grant('disbursement_attempt', 'update (state, return_file_id, code, result_text, returned_on, paid_on, bank_reference)');

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
create index return_row_open on return_row (batch_id) where problem is not null and resolved_on is null;
select kit_guard('return_row', 'select, insert');
select kit_grant('return_row', 'update (resolved_on, resolved_by, resolution)');
`,
)
