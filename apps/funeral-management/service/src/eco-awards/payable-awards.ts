import { label } from '@xishan/domain'
import { AWARD_FAULT, type PayableAward } from '@xishan/funeral-management-contract'
import { FAULT, PAYEE_DIED } from './award-rows'

type Fault = (typeof AWARD_FAULT.codes)[number]
export interface Obstacles {
  fault: Fault | null
  payeeDiedOn: string | null
}

/** What an award `a` shows of whom it is paid to, with what keeps it from being paid. */
export const PAYEE = `a.id as "awardId", a.number as "awardNumber", a.deceased_name as "deceasedName", a.kind, a.applicant_name as "applicantName", ${FAULT} as fault, (${PAYEE_DIED})::text as "payeeDiedOn"`

/** As a part of a sentence; null when it can be paid. */
export const obstacleOf = ({ fault, payeeDiedOn }: Obstacles): string | null => (fault ? label(AWARD_FAULT, fault) : payeeDiedOn ? `收款人已于 ${payeeDiedOn} 登记死亡` : null)

export type StoredPayable = Omit<PayableAward, 'obstacle'> & Obstacles

export const PAYABLE = `select ${PAYEE}, a.bank, a.account_last_four as "accountLastFour", a.amount_fen::float8 as "amountFen", a.confirmed_on::text as "confirmedOn", a.due_on::text as "dueOn"
  from eco_award a where a.state = 'CONFIRMED' order by a.due_on, a.number limit 200`
