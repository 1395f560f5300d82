/** Support by another scheme that is never paid together with the allowance (B9: X); the other of the list is a difference (D). */
const EXCLUDED = `('EXTREME_HARDSHIP', 'ORPHAN')`
const SCHEME = `case o.scheme when 'EXTREME_HARDSHIP' then '特困人员救助供养' when 'ORPHAN' then '孤儿基本生活保障' else '事实无人抚养儿童基本生活补贴' end`
const YUAN = (fen: string): string => `to_char(${fen} / 100.0, 'FM999,999,990.00')`

/** The people a line is for, with what is known against each: dead, paid for twice, supported by another scheme. Looked up line by line, so that no estimate can go wrong. */
const PEOPLE = `lateral (
  select count(distinct m.member_id) as people,
         min(m.person_key) filter (where m.name = due.applicant_name) as person_key,
         coalesce(bool_or(m.name = due.account_holder), false) as holds_account,
         string_agg(distinct m.name || '（' || d.died_on || '）', '、') filter (where d.id is not null) as dead,
         bool_or(d.died_on < (due.month || '-01')::date and m.name = due.account_holder) as holder_dead,
         bool_or(d.died_on < (due.month || '-01')::date) as some_dead,
         string_agg(distinct m.name || '（另见' || twice.number || '）', '、') filter (where twice.number is not null) as twice,
         string_agg(distinct m.name || '（' || ${SCHEME} || '）', '、') filter (where o.scheme is not null) as overlap,
         bool_or(o.scheme in ${EXCLUDED}) as excluded
  from benefit_member m
    left join lateral (select k.id, k.died_on from known_death k where k.person_key = m.person_key and k.state = 'KNOWN' limit 1) d on true
    left join lateral (
      select b2.number from benefit_member m2 join benefit b2 on b2.id = m2.benefit_id
      where due.kind = 'REGULAR' and m2.person_key = m.person_key and m2.benefit_id <> m.benefit_id
        and m2.from_month <= due.month and (m2.to_month is null or m2.to_month >= due.month)
        and b2.from_month <= due.month and (b2.to_month is null or b2.to_month >= due.month) limit 1) twice on true
    left join lateral (
      select e.scheme from other_entitlement e
      where due.kind = 'REGULAR' and e.document_lookup = m.document_lookup and e.from_month <= due.month and (e.to_month is null or e.to_month >= due.month)
      order by e.scheme limit 1) o on true
  where m.benefit_id = due.benefit_id and m.from_month <= due.month and (m.to_month is null or m.to_month >= due.month))`

/** Each check as a column: null where it passes, else the words for the person who has to look at it. */
const CHECKED = `
  select gen_random_uuid() as id, coalesce((select max(seq) from disbursement_line where batch_id = $1::uuid), 0) + row_number() over (order by due.division_code, due.benefit_id, due.month, due.payable_id) as seq,
         due.*, people.person_key, coalesce(people.holder_dead, false) or (people.people = 1 and coalesce(people.some_dead, false)) as dead_blocks, people.excluded,
         '疑似已故：' || people.dead as alive,
         '同月在另一份待遇中享受：' || people.twice as twice,
         '同月享受其他待遇：' || people.overlap as overlap,
         case when due.account_number_sealed is null or due.bank is null or due.account_holder is null then '家庭未登记银行账户' end as account_missing,
         case when due.account_holder is not null and not coalesce(people.holds_account, false)
               and not exists (select from household_member hm where hm.household_id = due.household_id and hm.name = due.account_holder)
              then '账户名“' || due.account_holder || '”不是家庭成员' end as account_name,
         case when due.last_fen is not null and abs(due.amount_fen - due.last_fen) * 100 > due.last_fen * $4::numeric
              then '本月 ' || ${YUAN('due.amount_fen')} || ' 元，上月 ' || ${YUAN('due.last_fen')} || ' 元' end as deviation,
         case when due.kind = 'REGULAR' and due.benefit_state = 'STOPPED' and due.to_month is null then '待遇已停发，但未登记停发月份'
              when due.kind = 'REGULAR' and due.benefit_state = 'HELD' and due.hold_ground is null then '待遇为缓发状态，但没有有效的缓发登记' end as not_active
  from due left join ${PEOPLE} people on true`

const TRACE = `jsonb_strip_nulls(jsonb_build_object(
    'month', c.month, 'amount', c.amount_trace, 'payable', c.payable_trace,
    'hold', case when c.hold_ground is not null then jsonb_build_object('ground', c.hold_ground, 'from', c.hold_from) end,
    'offset', case when c.recovery_id is not null then jsonb_build_object('recovery', c.recovery_id, 'limitFen', floor(c.amount_fen * $3::numeric / 100)) end,
    'lastFen', c.last_fen, 'parameters', $5::jsonb,
    'checks', case when c.kind = 'REGULAR'
      then jsonb_build_object('ALIVE', c.alive is null, 'ACCOUNT_MISSING', c.account_missing is null, 'ACCOUNT_NAME', c.account_name is null,
                              'UNIQUE', c.twice is null, 'OVERLAP', c.overlap is null, 'DEVIATION', c.deviation is null, 'NOT_ACTIVE', c.not_active is null)
      else jsonb_build_object('ALIVE', c.alive is null, 'ACCOUNT_MISSING', c.account_missing is null, 'ACCOUNT_NAME', c.account_name is null) end))`

/**
 * Writes the lines of one chunk with their traces, and what the checks found of them. Run again it adds nothing: a month of a benefit
 * and a payable have one line each.
 * @param due the rows that are due, by {@link regularDue} or {@link payableDue}
 */
export const writeLines = (due: string): string => `
with due as materialized (${due}),
checked as materialized (${CHECKED}),
written as (
  insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, offset_fen, recovery_id, payable_id, member_count,
                                 applicant_name, document_masked, person_key, bank, account_number_sealed, account_last_four, account_holder, cause, trace, state, state_because, state_on)
  select c.id, $1::uuid, c.seq, c.division_code, c.benefit_id, c.household_id, c.kind, c.month, c.amount_fen, c.offset_fen, c.recovery_id, c.payable_id, c.member_count,
         c.applicant_name, c.document_masked,
         coalesce(c.person_key, (select hm.person_key from household_member hm where hm.household_id = c.household_id order by (hm.name = c.applicant_name) desc, hm.position limit 1), ''),
         c.bank, c.account_number_sealed, c.account_last_four, c.account_holder, c.cause, ${TRACE},
         case when c.hold_ground is not null or c.dead_blocks then 'HELD' else 'PENDING' end,
         case when c.hold_ground is not null then c.hold_because when c.dead_blocks then c.alive else '' end, $6::date
  from checked c order by c.seq
  on conflict do nothing returning id),
found as (
  insert into disbursement_finding (id, batch_id, line_id, division_code, code, severity, detail)
  select gen_random_uuid(), $1::uuid, c.id, c.division_code, f.code, f.severity, f.detail
  from checked c cross join lateral (values
      ('ALIVE', case when c.dead_blocks then 'BLOCK' else 'NOTE' end, c.alive),
      ('UNIQUE', 'BLOCK', c.twice),
      ('OVERLAP', case when c.excluded then 'BLOCK' else 'NOTE' end, c.overlap),
      ('ACCOUNT_MISSING', 'BLOCK', c.account_missing),
      ('ACCOUNT_NAME', 'NOTE', c.account_name),
      ('DEVIATION', 'NOTE', c.deviation),
      ('NOT_ACTIVE', 'BLOCK', c.not_active)) f (code, severity, detail)
  where case when f.detail is not null then c.id in (select id from written) else false end
  on conflict do nothing)
select count(*)::int as written from written`
