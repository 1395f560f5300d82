import { addToMonth, monthOf, type BenefitMonth } from '@xishan/domain'
import type { Ask } from '@xishan/service-kit'
import { SETTLED_STATES } from '@xishan/social-assistance-contract'

/**
 * The first month whose regular batch is not signed yet: a change counts from here on, and what it makes of earlier months is arrears
 * or a recovery. A bureau that has paid no month with the system begins with the present one.
 */
export async function firstOpenMonth(ask: Ask, today: string): Promise<BenefitMonth> {
  const [row] = await ask<{ last: BenefitMonth | null }>(
    `select max(month) as last from disbursement_batch where scheme = 'SUBSISTENCE_ALLOWANCE' and kind = 'REGULAR' and state = any($1::text[])`,
    [SETTLED_STATES],
  )
  return row?.last ? addToMonth(row.last, 1) : monthOf(today)
}

/**
 * What a benefit `b` is worth in a month, as a lateral join: of the rows of its history that have begun, the one decided last counts.
 * @param month an SQL expression, such as `$1::text`
 */
export const amountIn = (month: string): string => `lateral (
    select a.amount_fen, a.member_count, a.from_month, a.sequence, a.reason, a.decision_id, a.reassessment_id from benefit_amount a
    where a.benefit_id = b.id and a.from_month <= ${month} order by a.sequence desc, a.from_month desc limit 1)`
