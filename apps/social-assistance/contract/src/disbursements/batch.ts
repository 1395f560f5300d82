import { AtVersion, AvailableAction, BenefitMonth, DivisionCode, Fen, IsoDate, PageQuery, PaperQuery, StepView, Uuid, codeSet, pageOf, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { BATCH_FINDING, BATCH_KIND, BATCH_STATES, FUND_SOURCE, LINE_KIND, LINE_STATE } from './lifecycle'

const BatchStateSchema = z.enum(BATCH_STATES, { message: '请从列表中选择批次状态' })

/** Sums as they were last settled: when it was calculated, a line was taken out, it was submitted. */
export const BatchRow = z.object({
  id: Uuid,
  number: z.string(),
  kind: BATCH_KIND.schema,
  month: BenefitMonth,
  title: z.string(),
  state: BatchStateSchema,
  stateSince: IsoDate,
  madeBy: z.string(),
  households: z.int(),
  lines: z.int(),
  totalFen: z.int(),
  heldLines: z.int(),
  heldFen: z.int(),
  offsetFen: z.int(),
})
export type BatchRow = z.infer<typeof BatchRow>

export const BatchQuery = PageQuery.extend({
  from: BenefitMonth.optional(),
  to: BenefitMonth.optional(),
  state: BatchStateSchema.optional(),
  kind: BATCH_KIND.schema.optional(),
})
export type BatchQuery = z.infer<typeof BatchQuery>
export const BatchPage = pageOf(BatchRow)

/** What a batch may be made for next. */
export const NextBatch = z.object({ month: BenefitMonth, firstOpenMonth: BenefitMonth, lastMonth: BenefitMonth })
export type NextBatch = z.infer<typeof NextBatch>

export const CreateBatch = z.object({ kind: BATCH_KIND.schema, month: BenefitMonth })
export type CreateBatch = z.infer<typeof CreateBatch>

/** 资金来源 and 指标文号. */
export const Fund = z.object({ source: FUND_SOURCE.schema, document: requiredText('指标文号', 80), amountFen: Fen.min(1, '资金金额应大于 0') })
export type Fund = z.infer<typeof Fund>
export const SetFunds = AtVersion.extend({
  funds: z
    .array(Fund)
    .max(20, '资金来源不能超过 20 项')
    .refine((funds) => new Set(funds.map(({ source, document }) => `${source} ${document}`)).size === funds.length, '同一资金来源和指标文号只能填写一次，请合并'),
})

export const BatchSum = z.object({ state: LINE_STATE.schema, kind: LINE_KIND.schema, lines: z.int(), amountFen: z.int(), offsetFen: z.int(), payFen: z.int() })
export type BatchSum = z.infer<typeof BatchSum>

export const BatchDetail = BatchRow.extend({
  version: z.int(),
  calculatedOn: IsoDate.nullable(),
  approvedOn: IsoDate.nullable(),
  approvedDigest: z.string().nullable(),
  isSigned: z.boolean(),
  returnedBecause: z.string(),
  /** The lines as they stand now, by state and kind. */
  sums: z.array(BatchSum),
  funds: z.array(Fund),
  findings: z.array(z.object({ code: BATCH_FINDING.schema, severity: z.enum(['BLOCK', 'NOTE']), open: z.int(), all: z.int() })),
  /** How far the calculation is; null unless it runs. `isStanding`: it failed or was cancelled, and waits for somebody to break it off. */
  calculation: z.object({ done: z.int(), total: z.int().nullable(), isStanding: z.boolean(), error: z.string().nullable() }).nullable(),
  steps: z.array(StepView),
  actions: z.array(AvailableAction),
  /** Funds, findings and lines may be worked on by this reader now. */
  editable: z.boolean(),
  /** Short enough to be printed; longer rosters are exported. */
  printable: z.boolean(),
})
export type BatchDetail = z.infer<typeof BatchDetail>

/** The papers of a batch: the list of who gets what, and the sheet with the signatures. */
export const BATCH_PAPER = codeSet('发放文书', '本平台约定', [
  ['ROSTER', '发放花名册'],
  ['APPROVAL_SHEET', '汇总审批表'],
])
export type BatchPaper = CodeOf<typeof BATCH_PAPER>

/** A roster may be printed of one street or community. */
export const BatchPaperQuery = PaperQuery.extend({ division: DivisionCode.optional() })
export type BatchPaperQuery = z.infer<typeof BatchPaperQuery>

/** Rows that are printed at most at once; beyond them the roster is printed by street, or is a workbook. */
export const MOST_PRINTED_LINES = 2_000

/** Money of signed batches (资金统计). */
export const MoneyQuery = z
  .object({ from: BenefitMonth.optional(), to: BenefitMonth.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'], message: '截止月份不能早于起始月份，请改正' })
export const MoneyStatistics = z.object({
  from: BenefitMonth,
  to: BenefitMonth,
  months: z.array(z.object({ month: BenefitMonth, regularFen: z.int(), otherFen: z.int(), offsetFen: z.int(), heldFen: z.int(), households: z.int() })),
  streets: z.array(z.object({ divisionCode: z.string(), name: z.string(), households: z.int(), payFen: z.int() })),
  funds: z.array(z.object({ source: FUND_SOURCE.schema, documents: z.int(), amountFen: z.int() })),
})
export type MoneyStatistics = z.infer<typeof MoneyStatistics>
