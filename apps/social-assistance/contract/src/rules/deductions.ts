import { label, type ParameterBook } from '@xishan/domain'
import { DEDUCTION_KIND, type Deduction, type DeductionKind, type IncomeItem } from '../finances/income'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import type { RuleCode } from './rule-texts'
import { inFen, inWords, step, type Reasoned } from './steps'

/** Income of the look-back that a member earns by work, and all of it that counts. Fen in all, not a month. */
export interface CountedIncome {
  earned: number
  all: number
}
export const EARNED: readonly IncomeItem['kind'][] = ['WAGES', 'BUSINESS']

const SPEC: Record<DeductionKind, { rule: RuleCode; cap: string }> = {
  EMPLOYMENT_COST: { rule: 'deduction.employment-cost', cap: PARAMETER.employmentCostCap },
  ILLNESS_OR_DISABILITY: { rule: 'deduction.illness-or-disability', cap: PARAMETER.illnessOrDisabilityCap },
}

/** What the deduction rests on: earnings for the one, a proven disability or serious illness for the other. */
const admitted = (kind: DeductionKind, member: MemberFacts): boolean => kind === 'EMPLOYMENT_COST' || member.disability !== null || member.seriousIllness !== null

/**
 * What comes off a member's own income over the look-back: each kind up to its monthly cap, employment cost only out of earnings,
 * and never more than the income itself (57号 §13). Fen in all.
 */
export function deductions(member: MemberFacts, items: readonly Deduction[], income: CountedIncome, months: number, book: ParameterBook): Reasoned<number> {
  const steps = []
  let taken = 0
  for (const kind of DEDUCTION_KIND.codes) {
    const own = items.filter((item) => item.memberId === member.id && item.kind === kind)
    const [first] = own
    if (!first) continue
    const { rule, cap } = SPEC[kind]
    const claimed = own.reduce((sum, { monthlyFen }) => sum + monthlyFen, 0)
    const limit = Math.min(kind === 'EMPLOYMENT_COST' ? income.earned : income.all, income.all - taken)
    const allowed = admitted(kind, member) ? Math.min(Math.min(claimed, book.number(cap)) * months, limit) : 0
    taken += allowed
    steps.push(
      step(rule, 'info', {
        inputs: [
          ...own.map((item) => inFen(`${member.name}${label(DEDUCTION_KIND, kind)}（月）`, item.monthlyFen, item.evidence)),
          ...(admitted(kind, member) ? [] : [inWords(member.name, '没有残疾或重病证明，不予扣减')]),
        ],
        parameters: book.used(cap),
        outcome: inFen('核算期内扣减', allowed),
      }),
    )
  }
  return { outcome: taken, steps }
}
