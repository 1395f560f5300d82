import { Fen, IsoDate, PageQuery, Uuid, codeSet, pageOf, reasonText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

export const RETURN_PROBLEM = codeSet('回盘问题', '本平台约定', [
  ['UNKNOWN_SEQ', '序号不在发放文件中'],
  ['DUPLICATE_SEQ', '同一序号出现多次'],
  ['ALREADY_RETURNED', '此前已登记了不同的结果'],
  ['AMOUNT_DIFFERS', '金额与发放文件不一致'],
  ['NAME_DIFFERS', '姓名与发放文件不一致'],
  ['UNKNOWN_CODE', '结果代码不在模板中'],
  ['DUPLICATE_REFERENCE', '银行流水号重复'],
])
export type ReturnProblem = CodeOf<typeof RETURN_PROBLEM>

/** A row whose money is known to have arrived or not, though the file did not say it in words we know. */
export const RESOLVABLE: readonly ReturnProblem[] = ['NAME_DIFFERS', 'UNKNOWN_CODE']

export const ROW_OUTCOME = codeSet('处理结论', '本平台约定', [
  ['NONE', '只作说明，不登记结果'],
  ['PAID', '经核实已付款'],
  ['FAILED', '经核实未付款'],
])
export type RowOutcome = CodeOf<typeof ROW_OUTCOME>

/** What came of a row by itself. */
export const ReturnRowView = z.object({
  rowNumber: z.int(),
  seq: z.int().nullable(),
  result: z.string(),
  code: z.string().nullable(),
  amountFen: Fen.nullable(),
  paidOn: IsoDate.nullable(),
  bankReference: z.string().nullable(),
  problem: RETURN_PROBLEM.schema,
  /** Whom the sequence number names in the payment file, and the amount that was sent. */
  name: z.string().nullable(),
  sentFen: Fen.nullable(),
})
export type ReturnRowView = z.infer<typeof ReturnRowView>

/** A return file read without writing anything: what would be booked, and what stands in its way. */
export const ReturnPreview = z.object({
  digest: z.string(),
  rowCount: z.int(),
  paidCount: z.int(),
  paidFen: z.int(),
  failedCount: z.int(),
  failedFen: z.int(),
  /** Rows that say again what was booked before. */
  knownCount: z.int(),
  unmatchedCount: z.int(),
  /** Of the file's lines, those that stay without an answer. */
  stillOpen: z.int(),
  /** The first of the rows with a problem. */
  rows: z.array(ReturnRowView),
})
export type ReturnPreview = z.infer<typeof ReturnPreview>

/** Fields of a form: the version comes as text. */
export const ReadReturnInput = z.object({ version: z.coerce.number({ message: '请刷新页面后重试' }).int('请刷新页面后重试'), digest: z.string().regex(/^[0-9a-f]{64}$/, '请先预览回盘文件，再登记结果') })
export const PreviewReturnInput = z.object({})

export const ReturnFileRow = z.object({
  id: Uuid,
  batchId: Uuid,
  batchNumber: z.string(),
  batchTitle: z.string(),
  paymentFileName: z.string(),
  name: z.string(),
  readOn: IsoDate,
  readBy: z.string(),
  rowCount: z.int(),
  paidCount: z.int(),
  failedCount: z.int(),
  unmatchedCount: z.int(),
  openCount: z.int(),
})
export type ReturnFileRow = z.infer<typeof ReturnFileRow>
export const ReturnFileQuery = PageQuery.extend({ batchId: Uuid.optional() })
export const ReturnFilePage = pageOf(ReturnFileRow)

export const OpenReturnRow = ReturnRowView.extend({
  returnFileId: Uuid,
  batchId: Uuid,
  batchNumber: z.string(),
  fileName: z.string(),
  readOn: IsoDate,
  /** Whether the row may still be booked by a person's word. */
  bookable: z.boolean(),
  resolvedOn: IsoDate.nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string().nullable(),
})
export type OpenReturnRow = z.infer<typeof OpenReturnRow>
export const ReturnRowQuery = PageQuery.extend({ batchId: Uuid.optional(), standing: z.enum(['OPEN', 'RESOLVED'], { message: '请选择待处理或已处理' }).default('OPEN') })
export const ReturnRowPage = pageOf(OpenReturnRow)

export const ReturnRowParams = z.object({ id: Uuid, row: z.coerce.number({ message: '行号应为整数' }).int('行号应为整数').min(1, '行号应为正整数').max(10_000_000, '行号超出范围') })
export const ResolveReturnRow = z.object({ outcome: ROW_OUTCOME.schema, paidOn: IsoDate.nullable().default(null), resolution: reasonText('核实情况') })
