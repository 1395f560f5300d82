import { DomainProblem, label } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { LINE_STATE, type LineKind, type LineState } from '@xishan/social-assistance-contract'

/** A line with the last of its sendings. */
export interface LineAtHand {
  id: string
  batchId: string
  divisionCode: string
  householdId: string
  benefitId: string
  kind: LineKind
  month: string
  payableId: string | null
  applicantName: string
  state: LineState
  sealedAccount: string
  accountHolder: string
  bank: string
}

/** A failed line, locked. @throws DomainProblem `not-found`, `line-not-failed` */
export async function failedLine(work: Work, id: string): Promise<LineAtHand> {
  const [line] = await work.query<LineAtHand>(
    `select l.id, l.batch_id as "batchId", l.division_code as "divisionCode", l.household_id as "householdId", l.benefit_id as "benefitId", l.kind, l.month, l.payable_id as "payableId",
            l.applicant_name as "applicantName", l.state, a.account_number_sealed as "sealedAccount", a.account_holder as "accountHolder", a.bank
     from disbursement_line l join lateral (select * from disbursement_attempt where line_id = l.id order by number desc limit 1) a on true where l.id = $1 for update of l`,
    [id],
  )
  if (!line) throw new DomainProblem('not-found')
  if (line.state !== 'FAILED') throw new DomainProblem('line-not-failed', { state: label(LINE_STATE, line.state) })
  return line
}
