import { sqlMigration } from '@xishan/service-kit'

/** Whether a batch is closed is asked before its lines are compared: a plan kept from a statement of few lines would join thousands one by one. */
export const ClosedLines = sqlMigration(
  1760000000499,
  'ClosedLines',
  `
create or replace function keep_closed_lines() returns trigger language plpgsql security definer set search_path = social_assistance, pg_temp as $$
begin
  if not exists (select from disbursement_batch b where b.state = 'CLOSED' and b.id in (select e.batch_id from earlier e)) then
    return null;
  end if;
  if exists (
    select from earlier e join later l on l.id = e.id join disbursement_batch b on b.id = e.batch_id
    where b.state = 'CLOSED' and l.state <> e.state and not (e.state = 'HELD' and l.state = 'CANCELLED'))
  then
    raise exception 'a line of a closed batch cannot change' using errcode = 'XA003';
  end if;
  return null;
end $$;
`,
)
