import { sqlMigration } from '@xishan/service-kit'

export const Projects = sqlMigration(
  1760000002004,
  'Projects',
  `
-- The plan's own figures in 万元; a blank cell of its table is null.
create table project (
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null,
  position integer not null unique,
  category text not null,
  name_in_table text not null,
  name_in_text text not null,
  count_per_year double precision not null,
  unit_budget double precision not null,
  yearly_budget double precision,
  five_year_budget double precision not null,
  funding text not null,
  discrepancy text not null,
  count_per_year_in_text double precision,
  wording text not null
);
select kit_guard('project');
select kit_audit('project');
`,
)
