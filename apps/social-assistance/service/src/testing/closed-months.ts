import type { Office } from './office'

/**
 * A regular batch of a month as if it had been paid and closed, with a line for everybody in pay whom nothing holds: what later decisions
 * find in the past. A held benefit's line is held.
 */
export async function closeMonth({ sql }: Pick<Office, 'sql'>, month: string, state: 'CLOSED' | 'LEADER_APPROVED' = 'CLOSED'): Promise<void> {
  await sql(`set session_replication_role = replica`)
  const [batch] = await sql<{ id: string }>(
    `insert into disbursement_batch (id, version, division_code, audit_head, audit_seq, number, state, state_since, scheme, kind, month, title, made_by)
     values (gen_random_uuid(), 1, '530112', 'h', 1, 'XS-SAD-' || $1, $2, ($1 || '-21')::date, 'SUBSISTENCE_ALLOWANCE', 'REGULAR', $1, $1 || ' 低保金', '王春梅') returning id`,
    [month, state],
  )
  await sql(
    `insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, member_count, applicant_name, document_masked, person_key, cause, trace, state, state_on)
     select gen_random_uuid(), $1, row_number() over (order by b.id), b.division_code, b.id, b.household_id, 'REGULAR', $2, m.amount_fen, m.member_count, b.applicant_name, b.document_masked, 'k', '当月保障金', '{}',
            case when b.state = 'HELD' then 'HELD' when $3 = 'CLOSED' then 'PAID' else 'PENDING' end, ($2 || '-21')::date
     from benefit b join lateral (
       select a.amount_fen, a.member_count from benefit_amount a where a.benefit_id = b.id and a.from_month <= $2 order by a.sequence desc, a.from_month desc limit 1) m on true
     where b.from_month <= $2 and (b.to_month is null or b.to_month >= $2) and m.amount_fen > 0`,
    [batch?.id, month, state],
  )
  await sql(`set session_replication_role = default`)
}
