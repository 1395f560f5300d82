import { addToMonth, monthOf, monthRange, type BenefitMonth } from '@xishan/domain'
import type { ChangeFacts } from '@xishan/social-assistance-contract'
import { ReportBenefitChange } from '@xishan/social-assistance-service'
import { streetOf } from '../staff'
import type { ChangesInPay } from './changes-in-pay'
import { decideChange, factsOfChange, fillIn } from './decide-change'
import { dayOf } from './month-of-pay'
import type { Past } from './past'

const LOOK_BACK = 12

interface Altered {
  ground: 'INCOME'
  content: string
  alter: (facts: ChangeFacts, on: string) => ChangeFacts
}

/** A little more comes in, or what is paid for an illness takes more of it. */
const ALTERED: readonly Altered[] = [
  { ground: 'INCOME', content: '家庭成员新增保洁零工收入，每月约 120 元', alter: (facts, on) => earning(facts, on, 12_000) },
  { ground: 'INCOME', content: '家庭成员大病门诊自付费用增加，有医院票据', alter: (facts, on) => ill(facts, on, 16_000) },
]

function earning(facts: ChangeFacts, on: string, fen: number): ChangeFacts {
  const [head] = facts.members
  const { finances } = facts
  const months = monthRange(addToMonth(finances.lookBackTo, 1 - LOOK_BACK), finances.lookBackTo).map((month) => ({ month, amountFen: fen }))
  return { ...facts, finances: { ...finances, incomes: [...finances.incomes, { memberId: head?.id ?? '', kind: 'WAGES', months, evidence: { source: 'HOME_VISIT', date: on }, description: '保洁零工收入' }] } }
}

function ill(facts: ChangeFacts, on: string, fen: number): ChangeFacts {
  const [head] = facts.members
  const { finances } = facts
  return { ...facts, finances: { ...finances, deductions: [...finances.deductions, { memberId: head?.id ?? '', kind: 'ILLNESS_OR_DISABILITY', monthlyFen: fen, evidence: { source: 'DOCUMENT', date: on }, description: '门诊自付费用' }] } }
}

/** Amounts that were worked out anew in a month: reported, filled in, decided by three, told; what it comes to is what the rules say. */
export async function recomputationsOf(past: Past, changes: ChangesInPay, month: BenefitMonth): Promise<void> {
  const on = dayOf(month, 'export')
  const chosen = await changes.untouched(ALTERED.length, on, `b.member_count = 1 and b.amount_fen between 30000 and 60000 and exists (select from application a where a.id = b.application_id and a.entry = 'HOUSEHOLD')`)
  for (const [nth, { id: benefitId, divisionCode, applicantName, amountFen: before }] of chosen.entries()) {
    const altered = ALTERED[nth]
    if (!altered) return
    const clerk = past.staff.one('ST_CLERK', streetOf(divisionCode), on)
    const { ground, content, alter } = altered
    const reported = await past.on(on, () => past.its(ReportBenefitChange).execute(clerk, { benefitId, kind: 'RECOMPUTE', ground, source: 'HOUSEHOLD', content, occurredOn: on, reportedOn: on }))
    const { version, assessment } = await fillIn(past, { id: reported.id, version: reported.version, divisionCode }, on, alter(await factsOfChange(past, reported.id), on))
    if (assessment.result !== 'pass' || assessment.amountFen === before) continue
    await decideChange(past, { id: reported.id, version, divisionCode }, on, { outcome: 'CHANGE', amountFen: assessment.amountFen, fromMonth: addToMonth(monthOf(on), 1), lastMonth: null }, applicantName)
  }
}
