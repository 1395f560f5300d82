import { ROOT_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 集中治丧场所 and their yearly checks. */
export const MourningPlaces = sqlMigration(
  1765000000802,
  'MourningPlaces',
  `
create table mourning_place (
  ${ROOT_COLUMNS},
  number text not null unique,
  name text collate "C" not null,
  state text not null check (state in ('BUILT', 'IN_USE', 'CLOSED')),
  serves text[] not null check (cardinality(serves) > 0),
  address text not null,
  capacity integer not null check (capacity > 0),
  operator text not null,
  telephone text not null,
  rules text not null default '',
  opened_on date,
  closed_on date,
  closed_because text not null default '',
  recorded_by text not null,
  unique (division_code, name),
  check (state <> 'IN_USE' or opened_on is not null),
  check ((state = 'CLOSED') = (closed_on is not null))
);
select kit_guard('mourning_place');
select kit_audit('mourning_place');

create table mourning_check (
  id uuid primary key,
  place_id uuid not null references mourning_place,
  division_code text collate "C" not null,
  checked_on date not null,
  checkers text not null,
  is_fit boolean not null,
  findings text not null default '',
  recorded_by text not null
);
create index mourning_check_of on mourning_check (place_id, checked_on desc);
select kit_guard('mourning_check', 'select, insert');
${moreSearchTerms('funeral_management', 'name', ['mourning_place'])}
`,
)
