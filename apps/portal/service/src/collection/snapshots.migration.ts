import { sqlMigration } from '@xishan/service-kit'

export const Snapshots = sqlMigration(
  1760000002002,
  'Snapshots',
  `
-- The last answer of each line for each day: what is shown when the line is down.
create table indicator_snapshot (
  indicator integer not null check (indicator between 1 and 19),
  -- the business date the line was asked for, and the day up to which it counted
  as_of date not null,
  cut_off date not null,
  division_code text collate "C" not null,
  value double precision,
  components jsonb not null,
  complete boolean not null,
  note text not null,
  line text not null,
  collected_at timestamptz not null,
  primary key (indicator, as_of)
);
select kit_guard('indicator_snapshot');

-- How the last calls to each line went.
create table line_contact (
  line text primary key,
  division_code text collate "C" not null,
  attempted_at timestamptz,
  answered_at timestamptz,
  answered_for date,
  failed_at timestamptz,
  failure text,
  stale_since timestamptz
);
select kit_guard('line_contact');
`,
)
