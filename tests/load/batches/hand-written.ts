import type { Client } from 'pg'

/**
 * The rows of a month as somebody who knows the tables would write them by hand, in one statement past row security: the floor that
 * a calculation with its checks is held against. Seconds; what it wrote is taken back.
 */
export async function handWrittenInsert(client: Client, batchId: string, month: string): Promise<number> {
  await client.query('begin')
  const begun = performance.now()
  await client.query(
    `insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, member_count, applicant_name, document_masked, person_key,
                                    bank, account_number_sealed, account_last_four, account_holder, cause, trace, state_on)
     select gen_random_uuid(), $1, row_number() over (order by b.division_code, b.id), b.division_code, b.id, b.household_id, 'REGULAR', $2::text, a.amount_fen, a.member_count, b.applicant_name, b.document_masked,
            m.person_key, h.bank, h.account_number_sealed, h.account_last_four, h.account_holder, a.reason,
            jsonb_build_object('month', $2::text, 'amount', jsonb_build_object('fen', a.amount_fen, 'from', a.from_month, 'sequence', a.sequence, 'reason', a.reason), 'parameters', '{"subsistence.recovery.offset-share": 1, "subsistence.disbursement.deviation": 1}'::jsonb,
                               'checks', '{"ALIVE": true, "UNIQUE": true, "OVERLAP": true, "DEVIATION": true, "NOT_ACTIVE": true, "ACCOUNT_NAME": true, "ACCOUNT_MISSING": true}'::jsonb),
            current_date
     from benefit b join household h on h.id = b.household_id join benefit_member m on m.benefit_id = b.id and m.name = b.applicant_name
       join lateral (select * from benefit_amount where benefit_id = b.id and from_month <= $2::text order by sequence desc, from_month desc limit 1) a on true
     where b.from_month <= $2::text and (b.to_month is null or b.to_month >= $2::text)`,
    [batchId, month],
  )
  const seconds = (performance.now() - begun) / 1000
  await client.query('rollback')
  return seconds
}
