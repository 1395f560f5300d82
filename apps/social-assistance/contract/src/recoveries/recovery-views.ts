import { AtVersion, BenefitMonth, FlagFilter, IsoDate, PageQuery, ScopeFilter, SearchText, StepView, Uuid, Fen, pageOf, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { RECOVERY_STATES } from './lifecycle'
import { RECOVERY_CAUSE, RECOVERY_CAUSE_KIND, RECOVERY_ENTRY_KIND, RECOVERY_WAY } from './recovery'

export const RecoveryRow = z.object({
  id: Uuid,
  number: z.string(),
  benefitId: Uuid,
  applicantName: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  cause: RECOVERY_CAUSE.schema,
  state: z.enum(RECOVERY_STATES),
  way: RECOVERY_WAY.schema.nullable(),
  foundOn: IsoDate,
  dueOn: IsoDate.nullable(),
  dueFen: z.int(),
  settledFen: z.int(),
  owedFen: z.int(),
})
export type RecoveryRow = z.infer<typeof RecoveryRow>

export const RecoveryQuery = PageQuery.extend({
  division: ScopeFilter,
  q: SearchText,
  state: z.enum(RECOVERY_STATES, { message: '请从列表中选择追回状态' }).optional(),
  cause: RECOVERY_CAUSE.schema.optional(),
  /** Only what is still owed. */
  owed: FlagFilter,
})
export type RecoveryQuery = z.infer<typeof RecoveryQuery>
export const RecoveryPage = pageOf(RecoveryRow)

/** Over the whole filter: cases, what was due, what came back, what is owed; and by street. */
export const RecoveryTotals = z.object({
  cases: z.int(),
  dueFen: z.int(),
  settledFen: z.int(),
  owedFen: z.int(),
  streets: z.array(z.object({ code: z.string(), name: z.string(), settledFen: z.int(), owedFen: z.int() })),
})
export type RecoveryTotals = z.infer<typeof RecoveryTotals>

export const RecoveryDetail = RecoveryRow.extend({
  version: z.int(),
  householdId: Uuid,
  benefitNumber: z.string(),
  /** What the benefit pays a month now; 0 when it pays no more. */
  monthlyFen: z.int(),
  /** The most that may be kept back a month. */
  mostOffsetFen: z.int(),
  /** Kept back in lines that are not yet paid and booked. */
  reservedFen: z.int(),
  /** Months whose amount is said by whoever decides the claim, with what was paid for them. */
  openMonths: z.array(z.object({ month: BenefitMonth, paidFen: z.int() })),
  ground: z.string(),
  causeKind: RECOVERY_CAUSE_KIND.schema,
  foundBy: z.string(),
  debtor: z.string(),
  notifiedOn: IsoDate.nullable(),
  notifiedWay: z.string().nullable(),
  notifiedTo: z.string(),
  agreedOn: IsoDate.nullable(),
  monthlyOffsetFen: z.int().nullable(),
  instalments: z.array(z.object({ dueOn: IsoDate, amountFen: z.int() })),
  writeOffDocument: z.string(),
  court: z.string(),
  fine: z.object({ amountFen: z.int(), document: z.string(), finedOn: IsoDate }).nullable(),
  closedOn: IsoDate.nullable(),
  closedBecause: z.string(),
  entries: z.array(
    z.object({
      id: Uuid,
      kind: RECOVERY_ENTRY_KIND.schema,
      month: BenefitMonth.nullable(),
      amountFen: z.int(),
      enteredOn: IsoDate,
      enteredBy: z.string(),
      reference: z.string(),
      note: z.string(),
    }),
  ),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  mayRepay: z.boolean(),
  mayFine: z.boolean(),
})
export type RecoveryDetail = z.infer<typeof RecoveryDetail>

/** An overpayment that an inspection or an audit found. */
export const OpenRecovery = z.object({
  benefitId: Uuid,
  cause: RECOVERY_CAUSE.schema,
  ground: reasonText('多发的事实和依据', 1000),
  months: z
    .array(z.object({ month: BenefitMonth, overpaidFen: Fen.min(1, '多发金额应大于 0') }))
    .min(1, '请至少填写一个月份的多发金额')
    .max(120, '一次最多登记 120 个月')
    .refine((months) => new Set(months.map(({ month }) => month)).size === months.length, '同一月份只能填写一次，请合并'),
})
export type OpenRecovery = z.infer<typeof OpenRecovery>

export const RepaymentInput = AtVersion.extend({
  amountFen: Fen.min(1, '退款金额应大于 0'),
  receipt: requiredText('收据号', 60),
  paidOn: IsoDate,
})
export type RepaymentInput = z.infer<typeof RepaymentInput>

/** A fine for fraud (国务院令第649号第六十八条), decided elsewhere: information only, not part of what is due here. */
export const FineInput = AtVersion.extend({ amountFen: Fen.min(1, '罚款金额应大于 0'), document: requiredText('处罚决定书文号', 100), finedOn: IsoDate })
export type FineInput = z.infer<typeof FineInput>
