import type { TestService } from '@xishan/service-kit/testing'

type Sql = Pick<TestService, 'sql'>

/** What a case left in the tables, without ids, numbers, sealed values and moments: the same however it came to be. */
export async function whatStands({ sql }: Sql, applicationId: string): Promise<Record<string, unknown[]>> {
  const read = (text: string) => sql<Record<string, unknown>>(text, [applicationId])
  return {
    application: await read(
      `select division_code, state, state_since::text, due_on::text, warn_on::text, applicant_name, document_masked, document_lookup, person_key, phone_masked, hukou_division_code, residence, address, member_count,
              hardship, staff_relative, agent_applies, entry, submitted_on::text, correct_by::text, accepted_on::text, decided_on::text, separately_registered, reported, delegated, home_visited_on::text,
              recommended, amount_fen, terms, suspended_since::text, extended_for, version from application where id = $1`,
    ),
    household: await read(`select h.division_code, h.applicant_name, h.document_masked, h.member_count, h.residence, h.address, h.phone_masked, h.bank, h.account_last_four, h.account_holder, h.separately_registered
                           from household h join application a on a.household_id = h.id where a.id = $1`),
    members: await read(`select m.position, m.name, m.relation, m.birth_date::text, m.document_type, m.document_masked, m.document_lookup, m.person_key, m.facts, m.counted, m.counted_because
                         from household_member m join application a on a.household_id = m.household_id where a.id = $1 order by m.position`),
    finances: await read(`select finances from application_finances where application_id = $1`),
    check: await read(`select state, state_since::text, due_on::text, round, requested_on::text, requested_by, conclusion, concluded_on::text, told_on::text, recheck_reason, version from means_check where application_id = $1`),
    answers: await read(`select n.member_id, n.source, n.answered_on::text, n.finding, n.amount_fen, n.details, n.way, n.entered_by from means_check_answer n join means_check c on c.id = n.means_check_id where c.application_id = $1 order by 1, 2`),
    surveys: await read(`select round, record, investigator, countersigned_by, countersigned_on::text from survey where application_id = $1 order by round`),
    postings: await read(`select round, applicant_name, member_count, recommend, amount_fen, place, starts_on::text, ends_on::text, closed_on::text, closed_by from posting where application_id = $1 order by round`),
    objections: await read(`select kind, received_on::text, way, named, content, recorded_by, answered_on::text, answer, answered_by from objection where application_id = $1 order by received_on`),
    deliveries: await read(`select paper, delivered_on::text, way, received_by, recorded_by from delivery where application_id = $1`),
    decision: await read(`select outcome, decided_on::text, decided_by, opinion, ground, amount_fen, category, from_month, remedy, facts, assessment from decision where application_id = $1`),
    benefit: await read(`select residence, member_count, from_month, to_month, reason, state, applicant_name, document_masked from benefit where application_id = $1`),
    firstAmount: await read(`select m.from_month, m.amount_fen, m.member_count, m.reason from benefit_amount m join benefit b on b.id = m.benefit_id where b.application_id = $1 order by m.from_month limit 1`),
    paid: await read(`select p.member_id, p.name, p.relation, p.document_lookup, p.from_month from benefit_member p join benefit b on b.id = p.benefit_id where b.application_id = $1 order by 1`),
    steps: await read(`select seq, action, from_state, to_state, actor_id, actor_name, actor_roles, business_date::text, due_on::text, opinion, case action when 'answerObjection' then null else input end as input, trace
                       from case_step where case_id = $1 order by seq`),
    checkSteps: await read(`select s.seq, s.action, s.from_state, s.to_state, s.actor_name, s.business_date::text, s.due_on::text, s.opinion, s.input from case_step s join means_check c on c.id = s.case_id where c.application_id = $1 order by seq`),
    audit: await read(`select seq, action, actor_id, actor_roles, business_date::text, (select array_agg(k order by k) from jsonb_object_keys(summary) k) as changed from audit_entry where subject_type = 'application' and subject_id = $1 order by seq`),
    files: await read(`select kind, media_type, uploaded_by_name, business_date::text from attachment where subject_id = $1 order by business_date, kind`),
  }
}
