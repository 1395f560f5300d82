import { DomainProblem, addToMonth, label, monthOf, type BenefitMonth } from '@xishan/domain'
import type { OutgoingEvent, Work } from '@xishan/service-kit'
import { CHANGE_GROUND, SETTLED_STATES } from '@xishan/social-assistance-contract'
import { BenefitMember } from '../benefits/benefit-member.entity'
import type { Benefit } from '../benefits/benefit.entity'
import type { OpenChange } from './change-desk'
import { lockMonths } from './months'
import { settleClosedMonths, standingFrom } from './settle-closed-months'

/** Paid at the last amount to a set month (83号), then no more. */
export async function applyGradualExit({ work, change, benefit }: OpenChange): Promise<void> {
  const { open } = await lockMonths(work)
  if (change.lastMonth === null || change.lastMonth < open) throw new DomainProblem('exit-month', { from: open, to: change.lastMonth ?? open })
  benefit.toMonth = change.lastMonth
  if (benefit.state === 'NORMAL') benefit.state = 'GRADUAL_EXIT'
}

/** Paid to a set month and no more; what closed months after it were paid is found as overpaid. */
export async function applyStop({ work, change, benefit }: OpenChange): Promise<OutgoingEvent | undefined> {
  const { lastMonth } = change
  if (lastMonth === null) throw new DomainProblem('exit-month', { from: benefit.fromMonth, to: monthOf(work.businessDate) })
  const months = await lockMonths(work)
  const standing = (await standingFrom(work, benefit.id, benefit.fromMonth, months)).filter(({ month }) => month > lastMonth)
  await settleClosedMonths(work, benefit, change, standing, () => 0)
  await giveUpLines(work, benefit.id, lastMonth)
  benefit.toMonth = lastMonth
  if (lastMonth >= monthOf(work.businessDate)) return undefined
  return stopBenefit(work, benefit, lastMonth, label(CHANGE_GROUND, change.ground))
}

/** The benefit is over: its people are free to be paid for elsewhere, and whoever wants to know is told. */
export async function stopBenefit(work: Work, benefit: Benefit, lastMonth: BenefitMonth, reason: string): Promise<OutgoingEvent> {
  benefit.state = 'STOPPED'
  benefit.recheckOn = null
  for (const { memberId, toMonth } of await work.find(BenefitMember, { benefitId: benefit.id }))
    if (toMonth === null) await work.update(BenefitMember, { benefitId: benefit.id, memberId }, { toMonth: lastMonth })
  return { type: 'subsistence-allowance.stopped', payload: { householdId: benefit.householdId, number: benefit.number, fromMonth: addToMonth(lastMonth, 1), reason } }
}

/** Lines that wait in batches which nobody has signed, for months after the last. */
async function giveUpLines(work: Work, benefitId: string, lastMonth: BenefitMonth): Promise<void> {
  await work.query(
    `update disbursement_line l set state = 'CANCELLED', state_because = '待遇已停发', state_on = $3
     from disbursement_batch b where b.id = l.batch_id and l.benefit_id = $1 and l.kind = 'REGULAR' and l.month > $2 and l.state in ('PENDING', 'HELD') and b.state <> all($4::text[])`,
    [benefitId, lastMonth, work.businessDate, SETTLED_STATES],
  )
}
