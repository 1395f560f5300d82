import type { BenefitMonth } from '@xishan/domain'
import { newId, type Work } from '@xishan/service-kit'
import type { PaidBenefit, Plan, PlannedAmount } from './plan-change'
import type { StandardChange } from './standard-change.entity'

export interface PlannedBenefit {
  benefit: PaidBenefit
  plan: Plan
}

/**
 * Writes a chunk of plans set-wise: how each amount came about, the rows of the histories, the arrears, and the supplements of the people
 * paid for. Amounts that stand are never changed. @param words of the change, for the histories and on the lines
 */
export async function writePlans(work: Work, change: StandardChange, open: BenefitMonth, words: string, planned: readonly PlannedBenefit[]): Promise<void> {
  const amounts = planned.flatMap(({ benefit, plan }) => amountsOf(plan).map((amount) => ({ id: newId(), benefit, amount })))
  await insertReassessments(work, change, amounts)
  await insertHistory(work, open, words, planned, amounts)
  await insertArrears(work, change, words, planned)
  await updateSupplements(work, planned)
  await work.note({ type: 'standard_change', id: change.id, divisionCode: change.divisionCode }, 'applyChunk', { benefits: planned.length, first: planned[0]?.benefit.id, last: planned.at(-1)?.benefit.id })
}

interface Written {
  id: string
  benefit: PaidBenefit
  amount: PlannedAmount
}

/** Where nothing changes it is still kept that the benefit was looked at. */
const amountsOf = ({ amounts, present }: Plan): PlannedAmount[] => (amounts.length > 0 ? amounts : present ? [present] : [])

async function insertReassessments(work: Work, change: StandardChange, written: readonly Written[]): Promise<void> {
  await work.query(
    `insert into reassessment (id, division_code, benefit_id, cause_kind, cause_id, from_month, before_fen, after_fen, member_count, assessment, made_on)
     select n.id, n.division, n.benefit, 'STANDARD_CHANGE', $2, n.month, n.before, n.after, n.members, n.assessment, $3
     from jsonb_to_recordset($1::jsonb) as n(id uuid, division text, benefit uuid, month text, before bigint, after bigint, members integer, assessment jsonb)`,
    [
      JSON.stringify(written.map(({ id, benefit, amount }) => ({ id, division: benefit.divisionCode, benefit: benefit.id, month: amount.month, before: amount.beforeFen, after: amount.afterFen, members: amount.memberCount, assessment: amount.assessment }))),
      change.id,
      work.businessDate,
    ],
  )
}

async function insertHistory(work: Work, open: BenefitMonth, words: string, planned: readonly PlannedBenefit[], written: readonly Written[]): Promise<void> {
  const rows = planned.flatMap(({ benefit, plan }) => {
    const last = Math.max(0, ...benefit.history.map(({ sequence }) => sequence))
    return plan.amounts.map((amount, at) => ({
      benefit: benefit.id, month: amount.month > open ? amount.month : open, sequence: last + 1 + at, division: benefit.divisionCode, amount: amount.afterFen, members: amount.memberCount,
      reassessment: written.find((each) => each.benefit === benefit && each.amount === amount)?.id,
    }))
  })
  await work.query(
    `insert into benefit_amount (benefit_id, from_month, sequence, division_code, amount_fen, member_count, reason, reassessment_id)
     select n.benefit, n.month, n.sequence, n.division, n.amount, n.members, $2, n.reassessment
     from jsonb_to_recordset($1::jsonb) as n(benefit uuid, month text, sequence integer, division text, amount bigint, members integer, reassessment uuid)`,
    [JSON.stringify(rows), words],
  )
}

async function insertArrears(work: Work, change: StandardChange, words: string, planned: readonly PlannedBenefit[]): Promise<void> {
  const rows = planned.flatMap(({ benefit, plan }) => plan.arrears.map(({ month, amountFen }) => ({ id: newId(), division: benefit.divisionCode, benefit: benefit.id, household: benefit.householdId, month, amount: amountFen })))
  if (rows.length === 0) return
  await work.query(
    `insert into payable (id, division_code, benefit_id, household_id, kind, month, amount_fen, cause_kind, cause_id, cause, created_on, created_by)
     select n.id, n.division, n.benefit, n.household, 'ARREARS', n.month, n.amount, 'STANDARD_CHANGE', $2, $3, $4, $5
     from jsonb_to_recordset($1::jsonb) as n(id uuid, division text, benefit uuid, household uuid, month text, amount bigint)
     on conflict (benefit_id, kind, cause_kind, cause_id, month) do nothing`,
    [JSON.stringify(rows), change.id, words, work.businessDate, work.actor.name],
  )
}

async function updateSupplements(work: Work, planned: readonly PlannedBenefit[]): Promise<void> {
  const rows = planned.flatMap(({ benefit, plan }) =>
    plan.result === 'RULES' ? (plan.present?.assessment.perMember ?? []).filter(({ covered }) => covered).map(({ memberId, supplementFen, supplementGround }) => ({ benefit: benefit.id, member: memberId, fen: supplementFen, ground: supplementGround })) : [],
  )
  if (rows.length === 0) return
  await work.query(
    `update benefit_member m set supplement_fen = n.fen, supplement_ground = n.ground from jsonb_to_recordset($1::jsonb) as n(benefit uuid, member uuid, fen bigint, ground text)
     where m.benefit_id = n.benefit and m.member_id = n.member and m.to_month is null and (m.supplement_fen, m.supplement_ground) is distinct from (n.fen, n.ground)`,
    [JSON.stringify(rows)],
  )
}
