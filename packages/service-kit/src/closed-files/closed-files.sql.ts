/**
 * Files that only named people see (收养档案限制查阅), kept by the database. For a migration of the line, once; then
 * `select kit_close('adoption_assessment', 'id')` closes each of its tables by the column that names the file, and of a table that holds
 * other rows too only those that a condition tells: `select kit_close('case_step', 'case_id', $$case_type = 'adoption_assessment'$$)`.
 * Whoever names the first reader of a file may name anybody; afterwards only a reader names another.
 */
export const closedFiles = (schema: string): string => `
create table file_reader (
  id uuid primary key,
  file_id uuid not null,
  division_code text collate "C" not null,
  reader_id text not null,
  reader_name text not null,
  part text not null check (part in ('HANDLER', 'HEAD', 'GRANTED')),
  reason text not null,
  named_by text not null,
  named_by_name text not null,
  named_on date not null,
  -- The last day; without one as long as the file.
  until_on date,
  withdrawn_at timestamptz,
  check (part <> 'GRANTED' or until_on is not null)
);
create index file_reader_of on file_reader (file_id, reader_id);
create unique index file_reader_once on file_reader (file_id, reader_id, part) where withdrawn_at is null and part <> 'GRANTED';

create function reads_file(file uuid) returns boolean language sql stable security definer set search_path = ${schema}, pg_temp as $$
  select exists (select from file_reader r where r.file_id = file and r.reader_id = current_setting('app.actor', true) and r.withdrawn_at is null
    and (r.until_on is null or r.until_on >= nullif(current_setting('app.today', true), '')::date))
$$;
create function file_is_new(file uuid) returns boolean language sql stable security definer set search_path = ${schema}, pg_temp as $$
  select not exists (select from file_reader r where r.file_id = file)
$$;
revoke execute on function reads_file(uuid), file_is_new(uuid) from public;
do $$ begin execute format('grant execute on function reads_file(uuid), file_is_new(uuid) to %I', kit_app_role()); end $$;

create function kit_close(target regclass, file text, which text default 'true') returns void language plpgsql as $$
begin
  execute format('create policy named on %1$s as restrictive using (not (%3$s) or reads_file(%2$I)) with check (not (%3$s) or reads_file(%2$I))', target, file, which);
end $$;

select kit_guard('file_reader');
create policy named on file_reader as restrictive for select using (reads_file(file_id));
create policy named_by on file_reader as restrictive for insert with check (named_by = current_setting('app.actor', true) and (file_is_new(file_id) or reads_file(file_id)));
create policy withdrawn_by on file_reader as restrictive for update using (reads_file(file_id));

-- Who read what of a closed file, when and why.
create table file_reading (
  id uuid primary key,
  file_id uuid not null,
  file_number text not null,
  division_code text collate "C" not null,
  what text not null,
  part text not null,
  reason text not null,
  reader_id text not null,
  reader_name text not null,
  at timestamptz not null,
  business_date date not null,
  request_id text not null
);
create index file_reading_of on file_reading (file_id, id desc);
select kit_guard('file_reading', 'select, insert');
select kit_close('file_reading', 'file_id');

-- The log for who oversees readings and reads no file: nothing of what a file holds.
create function file_readings(before uuid, most integer) returns table (id uuid, "fileId" uuid, "fileNumber" text, what text, part text, reason text, "readerName" text, at timestamptz, "businessDate" date)
language sql stable security definer set search_path = ${schema}, pg_temp as $$
  select r.id, r.file_id, r.file_number, r.what, r.part, r.reason, r.reader_name, r.at, r.business_date from file_reading r
  where (before is null or r.id < before) and r.division_code >= current_setting('app.scope', true) and r.division_code < current_setting('app.scope_end', true)
  order by r.id desc limit most
$$;
revoke execute on function file_readings(uuid, integer) from public;
do $$ begin execute format('grant execute on function file_readings(uuid, integer) to %I', kit_app_role()); end $$;
`
