import { ROOT_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 职工培训、登记员培训. */
export const Trainings = sqlMigration(
  1765000000803,
  'Trainings',
  `
create table training (
  ${ROOT_COLUMNS},
  number text not null unique,
  kind text not null check (kind in ('FUNERAL', 'REGISTRAR')),
  title text collate "C" not null,
  held_on date not null,
  hours double precision not null check (hours > 0),
  organiser text not null,
  place text not null default '',
  note text not null default '',
  is_cancelled boolean not null default false,
  cancelled_because text not null default '',
  recorded_by text not null
);
create index training_of_kind on training (kind, number desc);
select kit_guard('training');
select kit_audit('training');

create table trainee (
  id uuid primary key,
  training_id uuid not null references training,
  division_code text collate "C" not null,
  position integer not null,
  name text collate "C" not null,
  work_unit text not null,
  certificate_number text not null default '',
  result text not null check (result in ('PASSED', 'FAILED', 'NONE')),
  unique (training_id, name, work_unit)
);
select kit_guard('trainee', 'select, insert, delete');
${moreSearchTerms('funeral_management', 'title', ['training'])}
`,
)
