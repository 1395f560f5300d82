import { ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 档案数字化: what an office holds of a decade, and what was done month by month. */
export const Archives = sqlMigration(
  1765000000902,
  'Archives',
  `
create table archive_holding (
  ${ROOT_COLUMNS},
  number text not null unique,
  office_id uuid not null references registration_office,
  registration text not null check (registration in ('MARRIAGE', 'ADOPTION')),
  decade integer not null check (decade % 10 = 0),
  files integer not null check (files > 0),
  -- Sums of its entries.
  digitised integer not null default 0,
  checked integer not null default 0,
  target_on date not null,
  shelf text not null default '',
  unique (office_id, registration, decade),
  constraint archive_holding_digitised check (digitised between 0 and files),
  constraint archive_holding_checked check (checked between 0 and digitised)
);
create index archive_holding_open on archive_holding (target_on) where digitised < files;
select kit_guard('archive_holding');
select kit_audit('archive_holding');

-- Never changed: what was entered wrongly is taken back by an entry with the opposite figures.
create table archive_entry (
  id uuid primary key,
  holding_id uuid not null references archive_holding,
  division_code text collate "C" not null,
  month text collate "C" not null,
  digitised integer not null,
  checked integer not null,
  done_by text not null,
  note text not null,
  entered_by text not null,
  entered_on date not null,
  reverses uuid unique references archive_entry,
  check ((reverses is null and digitised >= 0 and checked >= 0) or (reverses is not null and digitised <= 0 and checked <= 0))
);
create index archive_entry_of on archive_entry (holding_id, month);
create index archive_entry_month on archive_entry (month);
select kit_guard('archive_entry', 'select, insert');
`,
)
