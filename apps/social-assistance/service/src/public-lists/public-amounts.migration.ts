import { sqlMigration } from '@xishan/service-kit'

/** The long-term list says what a household is paid in the month: a later decision counts before an earlier one. */
export const PublicAmounts = sqlMigration(
  1760000000408,
  'PublicAmounts',
  `
create or replace function public_benefits(in_month text, from_code text, to_code text, after_code text, after_key text, most integer)
  returns table (applicant_name text, members integer, amount_fen bigint, community text, from_month text, key text)
  language sql stable security definer set search_path = social_assistance, pg_temp as $$
  select b.applicant_name, coalesce(m.member_count, b.member_count), coalesce(m.amount_fen, b.amount_fen), b.division_code, b.from_month, md5(b.id::text)
  from benefit b left join lateral (
    select a.amount_fen, a.member_count from benefit_amount a where a.benefit_id = b.id and a.from_month <= in_month order by a.sequence desc, a.from_month desc limit 1) m on true
  where b.from_month <= in_month and (b.to_month is null or b.to_month >= in_month)
    and b.division_code collate "C" >= from_code and b.division_code collate "C" < to_code
    and (after_code is null or (b.division_code, md5(b.id::text)) > (after_code collate "C", after_key))
  order by b.division_code, md5(b.id::text) limit most
$$;
`,
)
