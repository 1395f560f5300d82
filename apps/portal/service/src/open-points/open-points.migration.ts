import { sqlMigration } from '@xishan/service-kit'

export const OpenPoints = sqlMigration(
  1760000002003,
  'OpenPoints',
  `
create table open_point (
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null,
  position integer not null unique,
  title text not null,
  wording text not null,
  place text not null,
  assumption text not null,
  indicators integer[] not null,
  projects integer[] not null,
  options jsonb not null
);
select kit_guard('open_point');
select kit_audit('open_point');

create table ruling (
  id uuid primary key,
  open_point_id uuid not null references open_point,
  division_code text collate "C" not null,
  seq integer not null,
  text text not null,
  option_key text,
  ruled_on date not null,
  ruled_by_id text not null,
  ruled_by text not null,
  ruled_at timestamptz not null,
  unique (open_point_id, seq)
);
select kit_guard('ruling', 'select, insert');
`,
)
