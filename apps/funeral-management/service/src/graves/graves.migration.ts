import { CASE_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 违法墓治理. */
export const Graves = sqlMigration(
  1765000000801,
  'Graves',
  `
create table illegal_grave (
  ${CASE_COLUMNS},
  warn_on date,
  kind text not null check (kind in ('LIVING', 'OVERSIZE', 'FORBIDDEN_ZONE', 'CLAN', 'TRADE')),
  source text not null check (source in ('PATROL', 'COMPLAINT')),
  found_on date not null,
  place text collate "C" not null,
  -- WGS-84, in degrees.
  longitude double precision not null,
  latitude double precision not null,
  description text not null,
  holder_name text not null default '',
  holder_phone_sealed text,
  holder_phone_masked text,
  found_by text not null,
  visited_on date,
  findings text not null default '',
  -- The notice in force; an earlier one stands in the steps.
  notice_number text unique,
  issued_on date,
  requirement text not null default '',
  rectify_days integer,
  served_on date,
  served_way text not null default '',
  received_by text not null default '',
  -- Until when the notice has to be obeyed, with its extension.
  rectify_by date,
  extension_reason text not null default '',
  done_on date,
  result text not null default '',
  check ((notice_number is null) = (issued_on is null)),
  check ((served_on is null) = (rectify_by is null))
);
create index illegal_grave_number on illegal_grave (number desc);
create index illegal_grave_state on illegal_grave (state, due_on, number);
select kit_guard('illegal_grave');
select kit_audit('illegal_grave');
${moreSearchTerms('funeral_management', 'place', ['illegal_grave'])}
`,
)
