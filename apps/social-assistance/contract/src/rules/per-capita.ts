import { sharedBy } from '@xishan/domain'
import type { MemberIncome } from './member-income'
import { inFen, inPeople, step, type Reasoned } from './steps'

/** Income of several people together: unrounded as a sum over the look-back, and a person-month of it for reading. */
export interface GroupIncome {
  totalFen: number
  people: number
  months: number
  perCapitaFen: number
}

export function perCapita(incomes: readonly MemberIncome[], months: number): Reasoned<GroupIncome> {
  const totalFen = incomes.reduce((sum, income) => sum + income.totalFen, 0)
  const people = incomes.length
  const perCapitaFen = people === 0 ? 0 : sharedBy(totalFen, months * people)
  return {
    outcome: { totalFen, people, months, perCapitaFen },
    steps: [
      step('income.per-capita', 'info', {
        inputs: [inFen('月收入合计', sharedBy(totalFen, months)), inPeople('人数', people)],
        outcome: inFen('人均月收入', perCapitaFen),
      }),
    ],
  }
}

/** Compared without rounding: `income per head < factor × limit`, in whole numbers. @param limitFen fen a person-month */
export const isBelow = ({ totalFen, people, months }: GroupIncome, limitFen: number): boolean => totalFen < limitFen * people * months
