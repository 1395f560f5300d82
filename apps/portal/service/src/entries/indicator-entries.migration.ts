import { sqlMigration } from '@xishan/service-kit'

export const IndicatorEntries = sqlMigration(
  1760000002001,
  'IndicatorEntries',
  `
create table indicator_entry (
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null,
  number text not null unique,
  state text not null,
  state_since date not null,
  due_on date,
  indicator integer not null check (indicator between 1 and 19),
  value numeric(13, 4) not null,
  data_as_of date not null,
  source_text text not null,
  entered_by_id text not null,
  entered_by text not null,
  entered_on date not null,
  entered_at timestamptz not null,
  reviewed_by_id text,
  reviewed_by text,
  reviewed_on date,
  reviewed_at timestamptz,
  opinion text,
  check (state <> 'REVIEWED' or (reviewed_by_id is not null and reviewed_by_id <> entered_by_id))
);
create index indicator_entry_indicator on indicator_entry (indicator, data_as_of desc);
create unique index indicator_entry_waiting on indicator_entry (indicator, data_as_of) where state = 'SUBMITTED';
select kit_guard('indicator_entry');
select kit_audit('indicator_entry');
`,
)
