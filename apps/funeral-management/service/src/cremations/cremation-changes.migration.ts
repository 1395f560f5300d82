import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 火化记录更正. */
export const CremationChanges = sqlMigration(
  1765000000805,
  'CremationChanges',
  `
create table cremation_change (
  ${CASE_COLUMNS},
  cremation_id uuid not null references cremation,
  deceased_name text collate "C" not null,
  -- What is put in place of what stands.
  corrected jsonb not null,
  content text not null,
  reason text not null,
  proposed_by text not null,
  proposed_on date not null,
  decided_by text not null default '',
  opinion text not null default ''
);
create unique index cremation_change_open on cremation_change (cremation_id) where state = 'PROPOSED';
create index cremation_change_of on cremation_change (cremation_id);
select kit_guard('cremation_change');
select kit_audit('cremation_change');
`,
)
