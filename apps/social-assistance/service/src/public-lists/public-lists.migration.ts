import { sqlMigration } from '@xishan/service-kit'

/**
 * What the public may read, as functions past row security: only the columns of 57号 §24 leave them, whatever a caller asks. Rows are
 * ordered by a digest, so that neither order nor cursor leads to a record.
 */
export const PublicLists = sqlMigration(
  1760000000302,
  'PublicLists',
  `
-- Opinions in favour that hang now, or ended a few days ago; one that was broken off is gone at once.
create function public_postings(on_date date, days_after integer, from_code text, to_code text, after_end date, after_key text, most integer)
  returns table (applicant_name text, members integer, amount_fen bigint, community text, starts_on date, ends_on date, key text)
  language sql stable security definer set search_path = social_assistance, pg_temp as $$
  select p.applicant_name, p.member_count, p.amount_fen, p.division_code, p.starts_on, p.ends_on, md5(p.id::text)
  from posting p
  where p.recommend and p.starts_on <= on_date and p.ends_on >= on_date - days_after and (p.closed_by is null or p.closed_by = 'OVER')
    and p.division_code collate "C" >= from_code and p.division_code collate "C" < to_code
    and (after_end is null or p.ends_on < after_end or (p.ends_on = after_end and md5(p.id::text) > after_key))
  order by p.ends_on desc, md5(p.id::text) limit most
$$;

-- The long-term list: who is paid in a month.
create function public_benefits(in_month text, from_code text, to_code text, after_code text, after_key text, most integer)
  returns table (applicant_name text, members integer, amount_fen bigint, community text, from_month text, key text)
  language sql stable security definer set search_path = social_assistance, pg_temp as $$
  select b.applicant_name, b.member_count, b.amount_fen, b.division_code, b.from_month, md5(b.id::text)
  from benefit b
  where b.from_month <= in_month and (b.to_month is null or b.to_month >= in_month)
    and b.division_code collate "C" >= from_code and b.division_code collate "C" < to_code
    and (after_code is null or (b.division_code, md5(b.id::text)) > (after_code collate "C", after_key))
  order by b.division_code, md5(b.id::text) limit most
$$;

revoke execute on function public_postings(date, integer, text, text, date, text, integer), public_benefits(text, text, text, text, text, integer) from public;
do $$ begin
  execute format('grant execute on function public_postings(date, integer, text, text, date, text, integer), public_benefits(text, text, text, text, text, integer) to %I', kit_app_role());
end $$;
`,
)
