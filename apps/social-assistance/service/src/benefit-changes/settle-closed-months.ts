import { addToMonth, label, monthRange, type BenefitMonth } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { CHANGE_GROUND, CHANGE_KIND } from '@xishan/social-assistance-contract'
import type { Benefit } from '../benefits/benefit.entity'
import { owe } from '../payables/owe'
import { findOverpayment } from '../recoveries/find-overpayment'
import type { BenefitChange } from './benefit-change.entity'
import type { MonthStanding, Months } from './months'
import { standingOf } from './months'

/** How closed months stand before a decision touches the benefit. Read it first, settle when the decision is written. */
export const standingFrom = (work: Work, benefitId: string, from: BenefitMonth, months: Months): Promise<MonthStanding[]> =>
  standingOf((sql, parameters) => work.query(sql, parameters), benefitId, monthRange(from, addToMonth(months.open, -1)), months)

/**
 * What a decision makes of months that are closed: more is paid as arrears, a month each; less is one recovery. A month that a hold keeps
 * back is settled when the hold is lifted.
 */
export async function settleClosedMonths(work: Work, benefit: Benefit, change: BenefitChange, standing: readonly MonthStanding[], should: (month: BenefitMonth) => number): Promise<void> {
  const months = standing.filter(({ held }) => !held).map(({ month, coveredFen }) => ({ month, difference: should(month) - coveredFen }))
  const ground = `${label(CHANGE_KIND, change.kind)}：${label(CHANGE_GROUND, change.ground)}`
  for (const { month, difference } of months)
    if (difference > 0) await owe(work, benefit, { kind: 'ARREARS', month, amountFen: difference, causeKind: 'BENEFIT_CHANGE', causeId: change.id, cause: `${ground}（${change.number}）` })
  await findOverpayment(work, benefit, {
    cause: change.ground === 'FRAUD' ? 'FRAUD' : 'LATE_EVENT',
    causeKind: 'BENEFIT_CHANGE',
    causeId: change.id,
    ground: `${ground}（${change.number}）：${change.content}`,
    months: months.filter(({ difference }) => difference < 0).map(({ month, difference }) => ({ month, overpaidFen: -difference })),
  })
}
