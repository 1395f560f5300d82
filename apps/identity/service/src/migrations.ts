import { sqlMigration } from '@xishan/service-kit'

const Accounts = sqlMigration(
  1760000000101,
  'Accounts',
  `
create table account (
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null,
  username text not null unique,
  name text not null,
  office text not null,
  roles text[] not null,
  state text not null check (state in ('ACTIVE', 'LOCKED')),
  lock_reason text,
  password_hash text not null,
  password_set_at timestamptz not null,
  password_issued boolean not null,
  one_time_secret_sealed text,
  one_time_code boolean not null,
  outside_issuer text,
  outside_subject text,
  demonstration boolean not null,
  created_at timestamptz not null,
  created_by_name text not null,
  unique (outside_issuer, outside_subject),
  check (not one_time_code or one_time_secret_sealed is not null)
);
select kit_guard('account');
select kit_audit('account');

-- Asked before the service starts, when no row is visible yet.
create function demonstration_accounts() returns bigint language sql stable security definer
  set search_path = identity as $$ select count(*) from account where demonstration $$;
revoke execute on function demonstration_accounts() from public;
grant execute on function demonstration_accounts() to identity_app;

-- What signing in leaves behind; no decision of a person, so no version and no audit entry.
create table account_activity (
  account_id uuid primary key references account,
  last_sign_in_at timestamptz,
  last_code_step bigint
);
select kit_grant('account_activity', 'select, insert, update');

create table password_history (
  account_id uuid not null references account,
  password_hash text not null,
  set_at timestamptz not null,
  primary key (account_id, set_at)
);
select kit_grant('password_history', 'select, insert');
`,
)

const Sessions = sqlMigration(
  1760000000102,
  'Sessions',
  `
create table session (
  id uuid primary key,
  secret_hash text not null unique,
  account_id uuid not null references account,
  way text not null check (way in ('password', 'outside')),
  started_at timestamptz not null,
  touched_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null
);
create index session_open on session (account_id) where ended_at is null;
select kit_grant('session', 'select, insert, update, delete');

create table sign_in_record (
  id uuid primary key,
  at timestamptz not null,
  username text not null,
  account_id uuid references account,
  outcome text not null,
  way text not null check (way in ('password', 'outside')),
  address text not null,
  device text not null
);
create index sign_in_record_at on sign_in_record (at desc, id desc);
create index sign_in_record_account on sign_in_record (account_id, at desc) where outcome = 'signed-in';
create index sign_in_record_address on sign_in_record (address, at desc);
select kit_grant('sign_in_record', 'select, insert');

-- Counted by user name, whether anybody has it or not: a lock-out tells nobody which names exist.
create table sign_in_failure (
  name_hash text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
select kit_grant('sign_in_failure', 'select, insert, update, delete');

create table outside_sign_in (
  state_hash text primary key,
  verifier_sealed text not null,
  nonce text not null,
  return_to text not null,
  begun_at timestamptz not null
);
select kit_grant('outside_sign_in', 'select, insert, delete');
`,
)

const Keys = sqlMigration(
  1760000000103,
  'Keys',
  `
create table signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  private_jwk_sealed text not null,
  created_at timestamptz not null,
  active_from timestamptz not null
);
select kit_grant('signing_key', 'select, insert, delete');
`,
)

const SecuritySettings = sqlMigration(
  1760000000104,
  'SecuritySettings',
  `
create table security_setting (
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null,
  key text not null unique,
  value integer not null,
  reason text not null,
  set_by_name text not null,
  effective_from timestamptz not null
);
select kit_guard('security_setting');
select kit_audit('security_setting');
`,
)

export const migrations = [Accounts, Sessions, Keys, SecuritySettings]
