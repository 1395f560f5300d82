import { ParameterBook, addToMonth, firstDayOf, monthRange, type BenefitMonth, type ParameterVersion } from '@xishan/domain'
import { assess, rosterAmount, type AssessedHousehold, type Assessment, type AssessmentEvidence, type Category, type Residence, type StandardResult } from '@xishan/social-assistance-contract'

/** A row of a benefit's history as the change sees it. */
export interface HistoryRow {
  sequence: number
  fromMonth: BenefitMonth
  /** Earlier where it was decided for closed months too. */
  countsFrom: BenefitMonth
  amountFen: number
  memberCount: number
  /** What it was worked out from; null where only the amount is known. */
  facts: (AssessedHousehold & AssessmentEvidence) | null
}

export interface PaidBenefit {
  id: string
  householdId: string
  divisionCode: string
  residence: Residence
  category: Category
  fromMonth: BenefitMonth
  toMonth: BenefitMonth | null
  /** From here on a gradual exit pays the last amount. */
  frozenFrom: BenefitMonth | null
  history: HistoryRow[]
  /** Closed months that a hold keeps back: what they come to is settled when it is lifted. */
  heldMonths: BenefitMonth[]
}

/** What a change makes of one benefit from a month on. */
export interface PlannedAmount {
  month: BenefitMonth
  beforeFen: number
  afterFen: number
  memberCount: number
  assessment: Assessment
}

export interface Plan {
  result: StandardResult
  /** Rows to be written, none when nothing changes. */
  amounts: PlannedAmount[]
  /** The month that tells the difference: the first open one, else the last in pay. */
  present: PlannedAmount | null
  arrears: { month: BenefitMonth; amountFen: number }[]
}

/** The change with its parameters: `after` as approved, `before` as if it were not. */
export class ChangeOfStandard {
  private readonly books = new Map<BenefitMonth, { before: ParameterBook; after: ParameterBook }>()

  constructor(
    readonly month: BenefitMonth,
    /** First month that is not closed. */
    readonly open: BenefitMonth,
    private readonly before: readonly ParameterVersion[],
    private readonly after: readonly ParameterVersion[],
  ) {}

  booksOf(month: BenefitMonth): { before: ParameterBook; after: ParameterBook } {
    const known = this.books.get(month) ?? { before: new ParameterBook(this.before, firstDayOf(month)), after: new ParameterBook(this.after, firstDayOf(month)) }
    this.books.set(month, known)
    return known
  }
}

interface PlannedMonth extends PlannedAmount {
  result: StandardResult
}

/**
 * What a change of a standard makes of a benefit. Open months take the new amount, be it lower; closed ones stay as they are, and what they
 * fall short of is arrears: a lower standard never counts backwards. Months of a gradual exit keep the last amount (83号).
 */
export function planChange(benefit: PaidBenefit, change: ChangeOfStandard): Plan {
  const months = monthsOf(benefit, change).filter((month) => benefit.frozenFrom === null || month < benefit.frozenFrom)
  const planned = months.flatMap((month) => planMonth(benefit, month, change))
  const first = planned.findIndex(({ beforeFen, afterFen }) => beforeFen !== afterFen)
  const present = planned.find(({ month }) => month >= change.open) ?? planned.at(-1) ?? null
  const changing = first < 0 ? [] : planned.slice(first)
  return {
    result: present?.result ?? 'EXITING',
    amounts: changing.filter((each, at) => differs(each, changing[at - 1])),
    present,
    arrears: planned.flatMap(({ month, beforeFen, afterFen }) =>
      month < change.open && afterFen > beforeFen && !benefit.heldMonths.includes(month) ? [{ month, amountFen: afterFen - beforeFen }] : [],
    ),
  }
}

const differs = (a: PlannedMonth, b: PlannedMonth | undefined): boolean => a.afterFen !== b?.afterFen || a.beforeFen !== b.beforeFen || a.memberCount !== b.memberCount

/** Closed months since the change, the first open one, and where later rows of the history begin. */
function monthsOf({ fromMonth, toMonth, history }: PaidBenefit, { month, open }: ChangeOfStandard): BenefitMonth[] {
  const start = month > fromMonth ? month : fromMonth
  const closed = monthRange(start, addToMonth(open, -1))
  const present = start > open ? start : open
  const later = [...new Set(history.map((row) => row.fromMonth))].filter((begin) => begin > present).sort()
  return [...closed, present, ...later].filter((each) => toMonth === null || each <= toMonth)
}

function planMonth(benefit: PaidBenefit, month: BenefitMonth, change: ChangeOfStandard): PlannedMonth[] {
  const begun = benefit.history.filter(({ countsFrom }) => countsFrom <= month).toSorted((a, b) => b.sequence - a.sequence)
  const [row] = begun
  if (!row) return []
  const { before, after } = change.booksOf(month)
  const { assessment, result } = reassess(benefit, row, begun.find(({ facts }) => facts !== null)?.facts ?? null, before, after)
  const counts = result === 'RULES' || result === 'ROSTER' ? assessment.amountFen : row.amountFen
  const afterFen = month < change.open ? Math.max(counts, row.amountFen) : counts
  return [{ month, beforeFen: row.amountFen, afterFen, memberCount: row.memberCount, assessment, result }]
}

function reassess({ residence, category }: PaidBenefit, { amountFen, memberCount }: HistoryRow, facts: HistoryRow['facts'], before: ParameterBook, after: ParameterBook): { assessment: Assessment; result: StandardResult } {
  if (!facts) {
    const assessment = rosterAmount({ residence, category, memberCount, amountFen }, before, after)
    return { assessment, result: assessment.amountFen === amountFen ? 'UNAFFECTED' : 'ROSTER' }
  }
  const assessment = assess(facts, facts, after)
  if (assessment.result !== 'pass') return { assessment, result: 'KEPT' }
  return { assessment, result: assess(facts, facts, before).amountFen === assessment.amountFen ? 'UNAFFECTED' : 'RULES' }
}
