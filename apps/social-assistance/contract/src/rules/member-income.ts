import { label, sharedBy, type ParameterBook, type TraceStep } from '@xishan/domain'
import type { Finances } from '../finances/finances'
import { INCOME_KIND, type IncomeItem } from '../finances/income'
import type { MemberFacts } from '../households/member'
import { EARNED, deductions } from './deductions'
import { INCOME_RULES } from './income-kinds'
import { receivedWithin, type LookBack } from './look-back'
import { inFen, inWords, step, type Reasoned } from './steps'
import { supportByFormula } from './support'

/** A member's income that counts, after deductions: fen over the whole look-back, and a month of it rounded for reading. */
export interface MemberIncome {
  memberId: string
  totalFen: number
  monthlyFen: number
}

interface Counting {
  standardFen: number
  period: LookBack
  book: ParameterBook
}

/** Whether an income counts, and how much of it falls within the look-back. */
function countIncome(member: MemberFacts, item: IncomeItem, { standardFen, period, book }: Counting): Reasoned<number> {
  const { counted, law } = INCOME_RULES[item.kind]
  const counts = typeof counted === 'boolean' ? counted : book.flag(counted.parameter)
  const formula = item.supporter && item.supportBasis === 'FORMULA' ? supportByFormula(item.supporter, standardFen, item.evidence, book) : null
  const received = formula ? formula.outcome * period.months : receivedWithin(item, period)
  const kind = `${member.name}${label(INCOME_KIND, item.kind)}`
  return {
    outcome: counts ? received : 0,
    steps: [
      ...(formula?.steps ?? []),
      step(counts ? 'income.counted' : 'income.not-counted', 'info', {
        inputs: [inFen(`${kind}（核算期合计）`, received, item.evidence), inWords('依据', law)],
        parameters: typeof counted === 'boolean' ? [] : book.used(counted.parameter),
        outcome: inFen('计入', counts ? received : 0),
      }),
    ],
  }
}

/** What a member's income comes to (57号 §13): counted kinds, less deductions, never below zero. */
export function memberIncome(member: MemberFacts, finances: Finances, counting: Counting): Reasoned<MemberIncome> {
  const steps: TraceStep[] = []
  let [earned, all] = [0, 0]
  for (const item of finances.incomes.filter(({ memberId }) => memberId === member.id)) {
    const income = countIncome(member, item, counting)
    steps.push(...income.steps)
    all += income.outcome
    if (EARNED.includes(item.kind)) earned += income.outcome
  }
  const { months } = counting.period
  const deducted = deductions(member, finances.deductions, { earned, all }, months, counting.book)
  const totalFen = all - deducted.outcome
  const monthlyFen = sharedBy(totalFen, months)
  steps.push(...deducted.steps, step('income.member', 'info', { inputs: [inFen('计入收入', all), inFen('扣减', deducted.outcome)], outcome: inFen(`${member.name}月均收入`, monthlyFen) }))
  return { outcome: { memberId: member.id, totalFen, monthlyFen }, steps }
}
