import { firstDayOf, type BenefitMonth } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import type { FundSource } from '@xishan/social-assistance-contract'

/** The working days of a month on which its batch is worked on, counted from the first. */
const PACE = { make: 0, section: 1, finance: 2, leader: 3, director: 4, export: 4, answer: 7, correct: 9, resend: 11, answerAgain: 14, reconcile: 15, close: 16 } as const
/** The month that is still with the bank: it took its time, so that failed lines wait now. */
const LAST_PACE = { ...PACE, answer: 12, correct: 16 } as const

export const MONTHS: readonly BenefitMonth[] = ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09']
export const LAST_MONTH: BenefitMonth = '2025-09'
/** From when the bank of the one card pays, with its workbook; the treasury's `|` file before. */
const BANK_FROM: BenefitMonth = '2025-07'

/** Where the money comes from, in per cent; the district bears the rest. */
const SHARES: readonly (readonly [FundSource, number, string])[] = [['CENTRAL', 58, '财社'], ['PROVINCE', 17, '云财社'], ['CITY', 12, '昆财社']]

export const formatOf = (month: BenefitMonth): 'PIPE' | 'XLSX' => (month < BANK_FROM ? 'PIPE' : 'XLSX')

export function dayOf(month: BenefitMonth, what: keyof typeof PACE): string {
  const first = calendar.onOrAfter(firstDayOf(month))
  const pace = month === LAST_MONTH ? LAST_PACE : PACE
  return pace[what] === 0 ? first : calendar.addWorkingDays(first, pace[what])
}

/** The batch's funds with made-up documents that say so. */
export function fundsOf(month: BenefitMonth, totalFen: number): { source: FundSource; document: string; amountFen: number }[] {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  const granted = SHARES.map(([source, share, issuer], at) => ({ source, document: `演示·${issuer}〔${year}〕${number * 4 + at}号`, amountFen: Math.floor((totalFen * share) / 10_000) * 100 }))
  const rest = totalFen - granted.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return [...granted, { source: 'DISTRICT', document: `演示·西财社〔${year}〕${number + 10}号`, amountFen: rest }]
}
