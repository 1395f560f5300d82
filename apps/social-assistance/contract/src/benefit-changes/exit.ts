import { addToMonth, monthRange, type BenefitMonth } from '@xishan/domain'

/** A month of a gradual exit, and what is paid in it. */
export interface ExitMonth {
  month: BenefitMonth
  amountFen: number
}

/** The last month that a gradual exit may reach (83号: at most six months at the last amount). @param most a parameter, in months */
export const lastExitMonth = (firstOpen: BenefitMonth, most: number): BenefitMonth => addToMonth(firstOpen, most - 1)

/** Each month that is still paid, at the last amount. */
export const exitSchedule = (firstOpen: BenefitMonth, lastMonth: BenefitMonth, amountFen: number): ExitMonth[] => monthRange(firstOpen, lastMonth).map((month) => ({ month, amountFen }))
