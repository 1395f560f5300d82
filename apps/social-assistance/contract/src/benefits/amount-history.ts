import { addToMonth, type BenefitMonth } from '@xishan/domain'

/** A row of a benefit's history: what a decision makes it worth from a month on. */
export interface DecidedAmount {
  fromMonth: BenefitMonth
  /** Rises with each decision. */
  sequence: number
}

const later = (a: DecidedAmount, b: DecidedAmount): boolean => a.sequence > b.sequence || (a.sequence === b.sequence && a.fromMonth > b.fromMonth)

/** Of the rows that have begun by a month, the one decided last counts. */
export const amountFor = <A extends DecidedAmount>(rows: readonly A[], month: BenefitMonth): A | undefined =>
  rows.filter(({ fromMonth }) => fromMonth <= month).reduce<A | undefined>((best, row) => (best && later(best, row) ? best : row), undefined)

/**
 * The history without what later decisions replaced: from when to when which row counts, oldest first.
 * @param toMonth the last month paid; null while in pay
 */
export function amountSpans<A extends DecidedAmount>(rows: readonly A[], toMonth: BenefitMonth | null): (A & { toMonth: BenefitMonth | null })[] {
  const starts = [...new Set(rows.map(({ fromMonth }) => fromMonth))].filter((month) => toMonth === null || month <= toMonth).sort()
  const spans: (A & { toMonth: BenefitMonth | null })[] = []
  for (const start of starts) {
    const row = amountFor(rows, start)
    const last = spans.at(-1)
    if (!row || (last && last.sequence === row.sequence && last.fromMonth === row.fromMonth)) continue
    if (last) last.toMonth = addToMonth(start, -1)
    spans.push({ ...row, fromMonth: start, toMonth })
  }
  return spans
}
