import { CASE_COLUMNS, ROOT_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 骨灰、遗体安放: where the remains of a person came to rest, and what was corrected. */
export const Dispositions = sqlMigration(
  1765000000301,
  'Dispositions',
  `
create table disposition (
  ${ROOT_COLUMNS},
  number text not null unique,
  state text not null check (state in ('STANDING', 'ENDED', 'REVOKED')),
  -- Null where the death is not registered here.
  death_id uuid references death,
  deceased_name text collate "C" not null,
  document_type text,
  document_number_sealed text,
  document_masked text,
  document_lookup text,
  kind text not null check (kind in ('STORAGE', 'TREE', 'FLOWER', 'LAWN', 'SMALL_PLOT', 'DEEP', 'SCATTER', 'PLOT', 'TEMPORARY')),
  remains text not null check (remains in ('ASHES', 'BODY')),
  disposed_on date not null,
  place text not null,
  certificate_number text not null,
  handler text not null,
  handler_relation text not null,
  remark text not null default '',
  ended_on date,
  receiver text not null default '',
  recorded_by text not null,
  recorded_on date not null,
  check (death_id is not null or document_lookup is not null),
  check (state <> 'ENDED' or (kind = 'TEMPORARY' and ended_on is not null))
);
-- A person rests in one place, and is kept in one.
create unique index disposition_of_death on disposition (death_id, (kind = 'TEMPORARY')) where state = 'STANDING';
create unique index disposition_of_person on disposition (document_lookup, (kind = 'TEMPORARY')) where state = 'STANDING';
create unique index disposition_certificate on disposition (certificate_number) where state <> 'REVOKED';
create index disposition_number on disposition (number desc);
create index disposition_on on disposition (disposed_on, kind) where state = 'STANDING';
create index disposition_kept on disposition (disposed_on) where state = 'STANDING' and kind = 'TEMPORARY';
select kit_guard('disposition');
select kit_audit('disposition');

create table disposition_change (
  ${CASE_COLUMNS},
  disposition_id uuid not null references disposition,
  deceased_name text collate "C" not null,
  kind text not null check (kind in ('CORRECTION', 'REVOCATION')),
  -- What a correction puts in place of what stands.
  corrected jsonb,
  content text not null,
  reason text not null,
  proposed_by text not null,
  proposed_on date not null,
  decided_by text not null default '',
  opinion text not null default ''
);
create unique index disposition_change_open on disposition_change (disposition_id) where state = 'PROPOSED';
create index disposition_change_of on disposition_change (disposition_id);
select kit_guard('disposition_change');
select kit_audit('disposition_change');
${moreSearchTerms('funeral_management', 'deceased_name', ['disposition'])}

-- The number of what stands of a person anywhere in the district: nothing else of it is told.
create function standing_disposition(lookup text, death uuid, is_temporary boolean) returns text language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select number from disposition d where d.state = 'STANDING' and (d.kind = 'TEMPORARY') = is_temporary and (d.document_lookup = lookup or d.death_id = death) limit 1
$$;
create function disposition_by_certificate(certificate text) returns text language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select number from disposition d where d.state <> 'REVOKED' and d.certificate_number = certificate
$$;
revoke execute on function standing_disposition(text, uuid, boolean), disposition_by_certificate(text) from public;
do $$ begin execute format('grant execute on function standing_disposition(text, uuid, boolean), disposition_by_certificate(text) to %I', kit_app_role()); end $$;
`,
)
