import { AtVersion, BenefitMonth, FlagFilter, IsoDate, PAGING, PageQuery, ScopeFilter, SearchText, Uuid, pageOf, reasonText } from '@xishan/domain'
import { z } from 'zod'
import { BATCH_FINDING, LINE_KIND, LINE_STATE } from './lifecycle'

export const BatchLineRow = z.object({
  id: Uuid,
  seq: z.int(),
  benefitId: Uuid,
  householdId: Uuid,
  benefitNumber: z.string(),
  applicantName: z.string(),
  documentMasked: z.string(),
  divisionCode: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  members: z.int(),
  kind: LINE_KIND.schema,
  month: BenefitMonth,
  amountFen: z.int(),
  offsetFen: z.int(),
  payFen: z.int(),
  bank: z.string().nullable(),
  accountLastFour: z.string().nullable(),
  accountHolder: z.string().nullable(),
  cause: z.string(),
  state: LINE_STATE.schema,
  stateBecause: z.string(),
})
export type BatchLineRow = z.infer<typeof BatchLineRow>

export const BatchLineQuery = PageQuery.extend({
  q: SearchText,
  division: ScopeFilter,
  state: LINE_STATE.schema.optional(),
  kind: LINE_KIND.schema.optional(),
  finding: BATCH_FINDING.schema.optional(),
})
export type BatchLineQuery = z.infer<typeof BatchLineQuery>
export const BatchLinePage = pageOf(BatchLineRow)

/** The roster of a batch as a workbook, under the list's filters. */
export const RosterFilters = BatchLineQuery.omit(PAGING)
export interface RosterExport {
  subject: 'ROSTER'
  filters: z.output<typeof RosterFilters> & { batchId: string }
}

/** What a line was computed from (认定依据), kept with it: the amounts, the decision they stand on, the bits of each check. */
export const LineTrace = z.object({
  month: BenefitMonth,
  /** The row of the benefit's history, of a regular line. */
  amount: z.object({ fen: z.int(), from: BenefitMonth, sequence: z.int(), reason: z.string(), decision: Uuid.optional(), reassessment: Uuid.optional() }).optional(),
  /** What is due besides, of every other line. */
  payable: z.object({ causeKind: z.string(), cause: z.string(), createdOn: IsoDate }).optional(),
  hold: z.object({ ground: z.string(), from: BenefitMonth }).optional(),
  offset: z.object({ recovery: Uuid, limitFen: z.int() }).optional(),
  /** What last month's line was worth. */
  lastFen: z.int().optional(),
  /** Versions of the parameters that were read. */
  parameters: z.record(z.string(), z.int()),
  checks: z.partialRecord(BATCH_FINDING.schema, z.boolean()),
})
export type LineTrace = z.infer<typeof LineTrace>

export const BatchLineDetail = BatchLineRow.extend({
  batchId: Uuid,
  stateOn: IsoDate,
  trace: LineTrace,
  findings: z.array(z.object({ code: BATCH_FINDING.schema, severity: z.enum(['BLOCK', 'NOTE']), detail: z.string(), answer: z.string().nullable(), answeredBy: z.string().nullable(), answeredOn: IsoDate.nullable() })),
})
export type BatchLineDetail = z.infer<typeof BatchLineDetail>

/** Kept back for a while, or not paid with this batch: the amount of a line is never edited. */
export const TakeOutLines = AtVersion.extend({
  lines: z.array(Uuid).min(1, '请选择要移出的明细').max(200, '一次最多移出 200 条'),
  to: z.enum(['HELD', 'CANCELLED'], { message: '请选择缓发或不再发放' }),
  reason: reasonText('移出原因', 300),
})
export type TakeOutLines = z.infer<typeof TakeOutLines>

export const FindingRow = z.object({
  id: Uuid,
  code: BATCH_FINDING.schema,
  severity: z.enum(['BLOCK', 'NOTE']),
  detail: z.string(),
  lineId: Uuid.nullable(),
  seq: z.int().nullable(),
  applicantName: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  payFen: z.int().nullable(),
  lineState: LINE_STATE.schema.nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: IsoDate.nullable(),
  takenOut: z.boolean(),
})
export type FindingRow = z.infer<typeof FindingRow>

export const FindingQuery = PageQuery.extend({
  code: BATCH_FINDING.schema.optional(),
  severity: z.enum(['BLOCK', 'NOTE'], { message: '请从列表中选择处理要求' }).optional(),
  open: FlagFilter,
})
export type FindingQuery = z.infer<typeof FindingQuery>
export const FindingPage = pageOf(FindingRow)

/** One text for one finding or for many: those that are named, or all open ones of a kind. */
export const AnswerFindings = AtVersion.extend({
  findings: z.array(Uuid).max(200, '一次最多选择 200 项').default([]),
  allOf: BATCH_FINDING.schema.nullable().default(null),
  answer: reasonText('说明', 300),
}).refine(({ findings, allOf }) => (findings.length > 0) !== (allOf !== null), { path: ['findings'], message: '请选择要说明的校验结果' })
export type AnswerFindings = z.infer<typeof AnswerFindings>
