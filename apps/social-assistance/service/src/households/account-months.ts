import type { AccountMonth, HouseholdAccount, LineKind, LineState } from '@xishan/social-assistance-contract'

/** A month of one benefit as the tables have it. */
export interface StoredMonth {
  benefitId: string
  month: string
  period: AccountMonth['period']
  dueFen: number
  /** What stood in the records when the month was paid on paper; 0 in the system's own months. */
  onPaperFen: number
  overpaidFen: number
  because: string
  lines: AccountMonth['lines']
  payables: AccountMonth['payables']
}

const PAID: readonly LineState[] = ['PAID', 'REISSUED']
const UNDER_WAY: readonly LineState[] = ['PENDING', 'SENT', 'FAILED']
const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0)
const isOneOff = ({ kind }: { kind: LineKind }): boolean => kind === 'ONE_OFF'

/** What a month comes to: every fen that is due is paid, kept back, held, on its way or still to come. */
export function accountMonth({ onPaperFen, ...month }: StoredMonth): AccountMonth {
  const { lines, payables, dueFen, overpaidFen } = month
  const inStates = (states: readonly LineState[]) => lines.filter(({ state }) => states.includes(state))
  const oneOffFen = sum(lines.filter((line) => isOneOff(line) && line.state !== 'CANCELLED'), ({ amountFen }) => amountFen) + sum(payables.filter(isOneOff), ({ amountFen }) => amountFen)
  const paidFen = onPaperFen + sum(inStates(PAID), ({ amountFen, offsetFen }) => amountFen - offsetFen)
  const offsetFen = sum(inStates(PAID), (line) => line.offsetFen)
  const heldFen = sum(inStates(['HELD']), ({ amountFen }) => amountFen)
  const underWayFen = sum(inStates(UNDER_WAY), ({ amountFen }) => amountFen) + sum(payables, ({ amountFen }) => amountFen)
  return { ...month, oneOffFen, paidFen, offsetFen, heldFen, underWayFen, toComeFen: dueFen + oneOffFen + overpaidFen - paidFen - offsetFen - heldFen - underWayFen }
}

export function accountTotals(months: readonly StoredMonth[]): HouseholdAccount['totals'] {
  const counted = months.map(accountMonth)
  const total = (of: (month: AccountMonth) => number): number => sum(counted, of)
  return {
    dueFen: total(({ dueFen }) => dueFen),
    oneOffFen: total(({ oneOffFen }) => oneOffFen),
    overpaidFen: total(({ overpaidFen }) => overpaidFen),
    paidFen: total(({ paidFen }) => paidFen),
    onPaperFen: sum(months, ({ onPaperFen }) => onPaperFen),
    offsetFen: total(({ offsetFen }) => offsetFen),
    heldFen: total(({ heldFen }) => heldFen),
    underWayFen: total(({ underWayFen }) => underWayFen),
    toComeFen: total(({ toComeFen }) => toComeFen),
  }
}
