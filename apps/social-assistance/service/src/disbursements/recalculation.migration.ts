import { sqlMigration } from '@xishan/service-kit'

/** A draft of tens of thousands of lines gives them up by the statement, not line by line. */
export const Recalculation = sqlMigration(
  1760000000410,
  'Recalculation',
  `
drop trigger keep_lines on disbursement_line;
create or replace function keep_disbursement_lines() returns trigger language plpgsql as $$
declare kept uuid;
begin
  select g.id into kept from gone g left join disbursement_batch b on b.id = g.batch_id where b.state is null or b.state not in ('DRAFT', 'CALCULATING') limit 1;
  if kept is not null then
    raise exception 'line % of a batch that was calculated cannot be deleted', kept using errcode = 'XA002';
  end if;
  return null;
end $$;
create trigger keep_lines after delete on disbursement_line referencing old table as gone for each statement execute function keep_disbursement_lines();
create index recovery_entry_of_line on recovery_entry (line_id) where line_id is not null;
`,
)
