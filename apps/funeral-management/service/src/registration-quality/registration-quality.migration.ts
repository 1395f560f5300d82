import { CASE_COLUMNS, ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

export const RegistrationQuality = sqlMigration(
  1765000000501,
  'RegistrationQuality',
  `
create table registration_office (
  ${ROOT_COLUMNS},
  number text not null unique,
  name text not null unique,
  registrations text[] not null,
  address text not null,
  telephone text not null,
  registrars integer not null
);
select kit_guard('registration_office');
select kit_audit('registration_office');

-- 等级评定, each as it was given.
create table office_grade (
  id uuid primary key,
  office_id uuid not null references registration_office,
  division_code text collate "C" not null,
  grade text not null,
  graded_on date not null,
  valid_to date,
  by text not null,
  document text not null,
  note text not null,
  entered_by text not null
);
create index office_grade_of on office_grade (office_id, graded_on desc);
select kit_guard('office_grade', 'select, insert');

-- A month's random check; "register" holds the numbers of all files it was drawn from, so that anybody can draw again.
create table quality_sample (
  ${CASE_COLUMNS},
  office_id uuid not null references registration_office,
  registration text not null check (registration in ('MARRIAGE', 'ADOPTION')),
  month text collate "C" not null,
  register text[] not null,
  seed text not null,
  share double precision not null,
  least integer not null,
  drawn integer not null,
  drawn_by text not null,
  drawn_on date not null,
  concluded_on date
);
create unique index quality_sample_once on quality_sample (office_id, registration, month) where state <> 'CANCELLED';
create index quality_sample_month on quality_sample (month, registration) where state = 'CONCLUDED';
select kit_guard('quality_sample');
select kit_audit('quality_sample');

create table sampled_file (
  sample_id uuid not null references quality_sample,
  position integer not null,
  division_code text collate "C" not null,
  file_number text not null,
  findings jsonb,
  result text check (result in ('CORRECT', 'DEFECT', 'INVALID')),
  remark text not null default '',
  checked_by text,
  checked_on date,
  corrected_on date,
  correction text not null default '',
  primary key (sample_id, position)
);
select kit_guard('sampled_file');
`,
)
