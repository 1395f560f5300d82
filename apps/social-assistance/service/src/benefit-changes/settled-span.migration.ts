import { sqlMigration } from '@xishan/service-kit'

/**
 * A street sees its households' lines but not the district's batches. Which months are closed, and what a line's batch is called, it may
 * know: no amount and no person leaves these functions.
 */
export const SettledSpan = sqlMigration(
  1760000000409,
  'SettledSpan',
  `
create function settled_span(settled text[]) returns table (first text, last text)
  language sql stable security definer set search_path = social_assistance, pg_temp as $$
  select min(month), max(month) from disbursement_batch where scheme = 'SUBSISTENCE_ALLOWANCE' and kind = 'REGULAR' and state = any(settled)
$$;
create function batch_outlines(ids uuid[]) returns table (id uuid, number text, title text, month text, state text)
  language sql stable security definer set search_path = social_assistance, pg_temp as $$
  select b.id, b.number, b.title, b.month, b.state from disbursement_batch b where b.id = any(ids)
$$;
revoke execute on function settled_span(text[]), batch_outlines(uuid[]) from public;
do $$ begin
  execute format('grant execute on function settled_span(text[]), batch_outlines(uuid[]) to %I', kit_app_role());
end $$;
`,
)
