import type { BenefitMonth } from '@xishan/domain'
import { newId, type Work } from '@xishan/service-kit'
import type { PayableCause, PayableKind } from '@xishan/social-assistance-contract'
import type { Benefit } from '../benefits/benefit.entity'

export interface Owed {
  kind: PayableKind
  /** The month it is for. */
  month: BenefitMonth
  amountFen: number
  causeKind: PayableCause
  causeId: string
  /** In the staff's words; it stands on the line. */
  cause: string
}

/**
 * Makes something due to a household besides its regular month; the next batch takes it. The same cause again for the month makes
 * nothing more, and nothing is made of an amount that is not above zero.
 * @returns whether it is new
 */
export async function owe(work: Work, benefit: Pick<Benefit, 'id' | 'householdId' | 'divisionCode'>, { kind, month, amountFen, causeKind, causeId, cause }: Owed): Promise<boolean> {
  if (amountFen <= 0) return false
  const added = await work.query(
    `insert into payable (id, division_code, benefit_id, household_id, kind, month, amount_fen, cause_kind, cause_id, cause, created_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (benefit_id, kind, cause_kind, cause_id, month) do nothing returning id`,
    [newId(), benefit.divisionCode, benefit.id, benefit.householdId, kind, month, amountFen, causeKind, causeId, cause, work.businessDate, work.actor.name],
  )
  return added.length > 0
}
