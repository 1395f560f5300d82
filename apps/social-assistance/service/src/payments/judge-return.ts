import type { ResultCode, ReturnProblem } from '@xishan/social-assistance-contract'
import type { ReturnRow } from './return-rows'

/** A sending as the bank's answer is held against it. */
export interface SentLine {
  attemptId: string
  lineId: string
  seq: number
  /** The how manieth sending of its line. */
  number: number
  holder: string
  amountFen: number
  state: 'SENT' | 'PAID' | 'FAILED'
  code: string | null
  bankReference: string | null
}

export type Verdict = 'PAID' | 'FAILED' | 'KNOWN' | ReturnProblem

export interface Judged {
  row: ReturnRow
  sent: SentLine | undefined
  verdict: Verdict
}

export interface Grounds {
  codes: ReadonlyMap<string, ResultCode>
  /** Sequence numbers that stand in the file more than once with different words. */
  contradicted: ReadonlySet<number>
  /** Whether a row with the number was judged before this one. */
  isRepeated: (seq: number) => boolean
  isReferenceTaken: (reference: string) => boolean
}

/** Names come in either width and with any of the dots that separate the parts of a minority's name. */
const sameName = (one: string, other: string): boolean => spelling(one) === spelling(other)
const spelling = (name: string): string => name.normalize('NFKC').replace(/[·•‧・．.\s]/gu, '')

/** Whether two rows say the same of a sending; their places in the file do not matter. */
export const saysTheSame = (one: ReturnRow, other: ReturnRow): boolean =>
  one.code === other.code && one.amountFen === other.amountFen && one.paidOn === other.paidOn && one.bankReference === other.bankReference && one.name === other.name

/** What a row means. Only PAID and FAILED are booked; every problem waits for a person. */
export function judge(row: ReturnRow, sent: SentLine | undefined, { codes, contradicted, isRepeated, isReferenceTaken }: Grounds): Verdict {
  if (!sent) return 'UNKNOWN_SEQ'
  if (contradicted.has(row.seq) || isRepeated(row.seq)) return 'DUPLICATE_SEQ'
  if (row.amountFen !== null && row.amountFen !== sent.amountFen) return 'AMOUNT_DIFFERS'
  const code = codes.get(row.code)
  if (sent.state !== 'SENT') return code && (code.paid ? 'PAID' : 'FAILED') === sent.state && row.code === sent.code && (!code.paid || row.bankReference === sent.bankReference) ? 'KNOWN' : 'ALREADY_RETURNED'
  if (row.name !== null && !sameName(row.name, sent.holder)) return 'NAME_DIFFERS'
  if (!code) return 'UNKNOWN_CODE'
  if (!code.paid) return 'FAILED'
  return row.bankReference !== null && isReferenceTaken(row.bankReference) ? 'DUPLICATE_REFERENCE' : 'PAID'
}

/** Numbers whose rows contradict each other: none of them is believed. */
export function contradictions(rows: readonly ReturnRow[]): Set<number> {
  const first = new Map<number, ReturnRow>()
  const found = new Set<number>()
  for (const row of rows) {
    const earlier = first.get(row.seq)
    if (!earlier) first.set(row.seq, row)
    else if (!saysTheSame(earlier, row)) found.add(row.seq)
  }
  return found
}
