/** The table of divisions, for a migration of the line. */
export const divisionTables = `
-- Divisions as they stood from valid_from up to but not on valid_to; read by every list, the same for everyone.
create table division (
  code text collate "C" not null,
  name text not null,
  kind text not null,
  valid_from date,
  valid_to date,
  predecessors text[] not null,
  successors text[] not null,
  in_plan_denominator boolean not null,
  unique nulls not distinct (code, valid_from)
);
select kit_grant('division', 'select, insert, update');`
