import { BenefitMonth, IsoDate, Uuid } from '@xishan/domain'
import { z } from 'zod'
import { BENEFIT_STATE } from '../benefits/benefit'
import { BATCH_STATES, LINE_KIND, LINE_STATE } from '../disbursements/lifecycle'

/** One sending of a line to the bank and what came back. */
export const AccountAttempt = z.object({
  number: z.int(),
  state: z.enum(['SENT', 'PAID', 'FAILED']),
  /** When its file went to the bank, for whoever sees the files. */
  sentOn: IsoDate.nullable(),
  accountLastFour: z.string(),
  resultText: z.string().nullable(),
  paidOn: IsoDate.nullable(),
  bankReference: z.string().nullable(),
})

export const AccountLine = z.object({
  id: Uuid,
  kind: LINE_KIND.schema,
  amountFen: z.int(),
  /** Kept back for a recovery. */
  offsetFen: z.int(),
  cause: z.string(),
  state: LINE_STATE.schema,
  stateBecause: z.string(),
  batch: z.object({ id: Uuid, number: z.string(), title: z.string(), state: z.enum(BATCH_STATES) }).nullable(),
  attempts: z.array(AccountAttempt),
})
export type AccountLine = z.infer<typeof AccountLine>

/** Due besides the regular month and not yet in a batch. */
export const AccountPayable = z.object({ id: Uuid, kind: LINE_KIND.schema, amountFen: z.int(), cause: z.string() })

/** `PAPER`: before the system paid, as the roster or the decision says. `CLOSED`: its batch is signed. `OPEN`: still to come. */
export const ACCOUNT_PERIOD = ['PAPER', 'CLOSED', 'OPEN'] as const

/** due + one-off + overpaid = paid + offset + held + under way + to come, to the fen. */
const sums = {
  /** What the decisions so far give. */
  dueFen: z.int(),
  oneOffFen: z.int(),
  /** Paid without right, to come back. */
  overpaidFen: z.int(),
  paidFen: z.int(),
  /** Kept back for a recovery from what was paid. */
  offsetFen: z.int(),
  heldFen: z.int(),
  /** In a batch or payable, and on its way. */
  underWayFen: z.int(),
  /** Not yet in a batch: the months that are still open. */
  toComeFen: z.int(),
}

export const AccountMonth = z.object({
  benefitId: Uuid,
  month: BenefitMonth,
  period: z.enum(ACCOUNT_PERIOD),
  /** Which decision the month stands on. */
  because: z.string(),
  lines: z.array(AccountLine),
  payables: z.array(AccountPayable),
  ...sums,
})
export type AccountMonth = z.infer<typeof AccountMonth>

export const HouseholdAccount = z.object({
  householdId: Uuid,
  number: z.string(),
  applicantName: z.string(),
  communityName: z.string(),
  benefits: z.array(z.object({ id: Uuid, number: z.string(), state: BENEFIT_STATE.schema, fromMonth: BenefitMonth, toMonth: BenefitMonth.nullable() })),
  /** Newest first. */
  months: z.array(AccountMonth),
  /** Of all months; what was paid on paper is part of what was paid. */
  totals: z.object({ ...sums, onPaperFen: z.int() }),
  recoveries: z.array(z.object({ id: Uuid, number: z.string(), dueFen: z.int(), settledFen: z.int() })),
})
export type HouseholdAccount = z.infer<typeof HouseholdAccount>

export const ACCOUNT_PERIODS: Readonly<Record<(typeof ACCOUNT_PERIOD)[number], string>> = { PAPER: '系统启用前', CLOSED: '', OPEN: '未关账月份' }
