import { timesFactor, type ParameterBook, type TraceStep } from '@xishan/domain'
import type { Residence } from '../households/code-sets'
import { PARAMETER } from '../parameters/keys'
import { isBelow, type GroupIncome } from './per-capita'
import { inFen, passIf, step } from './steps'

/** Income per head below the standard (649 §9): what the whole household must meet. */
export const incomeBelowStandard = (income: GroupIncome, residence: Residence, book: ParameterBook): TraceStep =>
  against('eligibility.income', income, book.number(PARAMETER.standard[residence]), book.used(PARAMETER.standard[residence]))

/** The family of a single entrant is a marginal one: below a multiple of the standard (57号 §8). */
export const familyIsMarginal = (income: GroupIncome, residence: Residence, book: ParameterBook): TraceStep =>
  against(
    'single.marginal-income',
    income,
    timesFactor(book.number(PARAMETER.standard[residence]), book.number(PARAMETER.marginalMultiple)),
    book.used(PARAMETER.standard[residence], PARAMETER.marginalMultiple),
  )

/** A single entrant's own income is below the standard, else there is no gap to fill. */
export const ownIncomeBelowStandard = (income: GroupIncome, residence: Residence, book: ParameterBook): TraceStep =>
  against('single.own-income', income, book.number(PARAMETER.standard[residence]), book.used(PARAMETER.standard[residence]))

const against = (
  rule: 'eligibility.income' | 'single.marginal-income' | 'single.own-income',
  income: GroupIncome,
  limitFen: number,
  parameters: TraceStep['parameters'],
): TraceStep => step(rule, passIf(isBelow(income, limitFen)), { inputs: [inFen('人均月收入', income.perCapitaFen), inFen('应低于', limitFen)], parameters })
