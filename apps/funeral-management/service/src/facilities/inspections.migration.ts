import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 公墓、骨灰堂年度检查. */
export const Inspections = sqlMigration(
  1765000000303,
  'Inspections',
  `
create table inspection (
  ${CASE_COLUMNS},
  facility_id uuid not null references facility,
  facility_name text not null,
  inspected_on date not null,
  inspectors text not null,
  results jsonb not null,
  findings text not null default '',
  rectified_on date,
  rectification text not null default '',
  recorded_by text not null
);
create index inspection_of on inspection (facility_id, inspected_on desc);
select kit_guard('inspection');
select kit_audit('inspection');
`,
)
