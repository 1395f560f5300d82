import { light } from '@xishan/domain'
import { Conditions, cursorParts, foundBy, type PlaceNames, type Statement } from '@xishan/service-kit'
import type { FailedLine, routes } from '@xishan/social-assistance-contract'
import type { RouteInput } from '@xishan/domain'

export type ListedFailure = Omit<FailedLine, 'communityName' | 'light'> & { warnOn: string }
type FailedLineQuery = RouteInput<typeof routes.findFailedLines>['query']

/** Soonest due first. Streets see the lines of their own households; the batch itself is the bureau's. */
export function failedLinePage(query: FailedLineQuery): Statement {
  const conditions = new Conditions().and(`l.state = 'FAILED' and a.state = 'FAILED' and a.number = (select max(number) from disbursement_attempt where line_id = l.id)`).within('l.division_code', query.division)
  conditions.andIf(query.batchId, (batchId) => conditions.and('l.batch_id = ?', batchId))
  conditions.andIf(query.standing, (standing) => conditions.and(standing === 'PROPOSED' ? `c.state = 'PROPOSED'` : `c.state is distinct from 'PROPOSED'`))
  const { from } = foundBy(conditions, { table: 'benefit', alias: 'b', nameColumn: 'applicant_name' }, query.q)
  const after = cursorParts(query.after, 2)
  if (after) conditions.and('(a.resend_by, l.id) > (?::date, ?::uuid)', after[0], after[1])
  return {
    sql: `select l.id, a.resend_by || '|' || l.id as cursor, l.batch_id as "batchId", l.household_id as "householdId", l.benefit_id as "benefitId", l.division_code as "divisionCode",
                 l.applicant_name as "applicantName", l.document_masked as "documentMasked", l.kind, l.month, l.pay_fen::float8 as "payFen", a.number as attempts,
                 jsonb_build_object('bank', a.bank, 'lastFour', a.account_last_four, 'holder', a.account_holder) as account,
                 coalesce(a.code, '') as code, coalesce(a.result_text, '') as reason, a.returned_on::text as "failedOn", a.resend_by::text as "dueOn", a.warn_on::text as "warnOn",
                 case when c.id is not null then jsonb_build_object('id', c.id, 'version', c.version, 'way', c.way, 'state', c.state, 'reason', c.reason, 'proposedBy', c.proposed_by,
                   'proposedOn', c.proposed_on, 'decidedBy', c.decided_by, 'decision', c.decision,
                   'account', case when c.account_number_sealed is not null then jsonb_build_object('bank', c.bank, 'lastFour', c.account_last_four, 'holder', c.account_holder) end) end as correction
          from ${from} join disbursement_line l on l.benefit_id = b.id join disbursement_attempt a on a.line_id = l.id
          left join lateral (select * from account_correction where line_id = l.id and state <> 'ACCEPTED' order by id desc limit 1) c on true
          where ${conditions} order by a.resend_by, l.id limit $${conditions.parameters.length + 1}`,
    parameters: conditions.parameters,
  }
}

export const failedLineRow = ({ warnOn, ...row }: ListedFailure, names: PlaceNames, today: string): FailedLine => ({
  ...row,
  communityName: names.whole(row.divisionCode),
  light: light({ warnOn, dueOn: row.dueOn, suspensions: [] }, today),
})
