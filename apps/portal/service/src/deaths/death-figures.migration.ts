import { sqlMigration } from '@xishan/service-kit'

export const DeathFigureSnapshots = sqlMigration(
  1760000002005,
  'DeathFigureSnapshots',
  `
-- The last answer for each month: what is shown when the line is down.
create table death_figures (
  month text collate "C" primary key,
  division_code text collate "C" not null,
  figures jsonb not null,
  collected_at timestamptz not null
);
select kit_guard('death_figures');
`,
)
