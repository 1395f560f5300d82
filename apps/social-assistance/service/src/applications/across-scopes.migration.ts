import { sqlMigration } from '@xishan/service-kit'

export const AcrossScopes = sqlMigration(
  1760000000206,
  'AcrossScopes',
  `
-- A scope that a row may be written in by this transaction.
create function inside_scope(code text) returns boolean language sql stable as $$
  select code collate "C" >= current_setting('app.scope', true) and code collate "C" < current_setting('app.scope_end', true)
$$;

create table duplicate_check_log (
  id bigint generated always as identity primary key,
  actor_id text not null,
  actor_name text not null,
  scope text not null,
  document_lookup text not null,
  purpose text not null,
  in_pay boolean not null,
  in_open_case boolean not null,
  business_date date not null,
  at timestamptz not null default now()
);

-- Yes or no over the whole district: is the person in pay, is the person in another case that is not decided. Whoever asks is
-- logged by the function itself; the caller learns nothing else. Waits for another transaction that asks about the same person
-- before it confirms.
create function check_duplicate(actor_id text, actor_name text, actor_roles text[], lookup text, except_application uuid, purpose text, on_date date)
  returns table (in_pay boolean, in_open_case boolean) language plpgsql volatile security definer set search_path = social_assistance, pg_temp as $$
begin
  if not actor_roles && array['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_APPROVER'] then
    raise exception 'not permitted to check duplicates' using errcode = '42501';
  end if;
  if coalesce(current_setting('app.scope', true), '') = '' then
    raise exception 'no scope' using errcode = '42501';
  end if;
  if purpose = 'CONFIRM' then perform pg_advisory_xact_lock(hashtext('in pay ' || lookup)); end if;
  in_pay := exists (select from benefit_member m where m.document_lookup = lookup and (m.to_month is null or m.to_month >= to_char(on_date, 'YYYY-MM')));
  in_open_case := exists (
    select from application a
    where a.state <> all (array['DRAFT', 'NOT_ACCEPTED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'])
      and a.id is distinct from except_application
      and (a.document_lookup = lookup
           or a.household_id in (select h.household_id from household_member h where h.document_lookup = lookup)));
  insert into duplicate_check_log (actor_id, actor_name, scope, document_lookup, purpose, in_pay, in_open_case, business_date)
  values (actor_id, actor_name, current_setting('app.scope', true), lookup, purpose, in_pay, in_open_case, on_date);
  return next;
end $$;
revoke execute on function check_duplicate(text, text, text[], text, uuid, text, date) from public;

-- A case moves to another community of the caller's own area: its steps and files, which nobody may change, move with it.
create function move_case_records(subject uuid, target text) returns void language plpgsql volatile security definer set search_path = social_assistance, pg_temp as $$
begin
  if not inside_scope(target)
    or exists (select from case_step where case_id = subject and not inside_scope(division_code))
    or exists (select from attachment where subject_id = subject and not inside_scope(division_code)) then
    raise exception 'outside the scope' using errcode = '42501';
  end if;
  update case_step set division_code = target where case_id = subject;
  update attachment set division_code = target where subject_id = subject;
end $$;
revoke execute on function move_case_records(uuid, text) from public;

do $$ begin
  execute format('grant execute on function check_duplicate(text, text, text[], text, uuid, text, date), move_case_records(uuid, text) to %I', kit_app_role());
end $$;
`,
)
