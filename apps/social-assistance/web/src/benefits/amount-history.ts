import type { BenefitDetail } from '@xishan/social-assistance-contract'

type HistoryLine = BenefitDetail['history'][number]

/** An amount with how much it differs from the one before it; null for the first. */
export interface AmountChange extends HistoryLine {
  changeFen: number | null
}

/** @param history newest first, as the service answers it */
export const amountChanges = (history: readonly HistoryLine[]): AmountChange[] =>
  history.map((line, at) => {
    const before = history[at + 1]
    return { ...line, changeFen: before ? line.amountFen - before.amountFen : null }
  })
