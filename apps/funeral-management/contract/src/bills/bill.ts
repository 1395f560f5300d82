import { IsoDate, PageQuery, SearchText, StepView, Uuid, codeSet, optionalText, pageOf, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { FREE_ITEM, SERVICE_CLASS } from '../prices/price'
import { BILL_STATES } from './lifecycle'

/** For whom basic services are free (specification E2); which of them count now is a parameter. */
export const FREE_CLASS = codeSet('惠民对象', '惠民殡葬范围暂定（待科室确认）', [
  ['SUBSISTENCE', '低保对象'],
  ['EXTREME_HARDSHIP', '特困人员'],
  ['ORPHAN', '孤儿'],
  ['ENTITLED', '优抚对象'],
  ['UNIDENTIFIED', '身份不明遗体'],
  ['RESIDENT', '本区户籍居民'],
])
export type FreeClass = CodeOf<typeof FREE_CLASS>

export const MOST_BILL_LINES = 60

const BillFacts = z.object({
  payerName: requiredText('付款人', 50),
  payerRelation: requiredText('与逝者关系', 30),
  freeClass: FREE_CLASS.schema.nullable().default(null),
  /** The document that shows it: name and number of a certificate, a list, a decision. */
  evidence: optionalText('减免依据', 200),
  lines: z
    .array(
      z.object({
        code: requiredText('收费项目', 20),
        serviceOn: IsoDate,
        quantity: z.int('数量应为整数').min(1, '数量至少为 1').max(9999, '数量过大，请核对'),
      }),
      { message: '请填写收费项目' },
    )
    .min(1, '请至少填写一个收费项目')
    .max(MOST_BILL_LINES, `一张清单最多 ${MOST_BILL_LINES} 项，请分开出具`),
})
const isEvident = ({ freeClass, evidence }: z.infer<typeof BillFacts>) => freeClass === null || evidence.length >= 4
const EVIDENT = { path: ['evidence'], message: '请写明减免依据的证件或文件名称、编号' }

export const RecordBill = BillFacts.extend({ deathId: z.uuid({ message: '请选择逝者' }), facilityId: z.uuid({ message: '请选择服务机构' }) }).refine(isEvident, EVIDENT)
export type RecordBill = z.infer<typeof RecordBill>
export const ChangeBill = BillFacts.extend({ version: z.int() }).refine(isEvident, EVIDENT)
export type ChangeBill = z.infer<typeof ChangeBill>

const AllowanceView = z.object({ quantity: z.int(), fen: z.int() })
const BasisPrice = z.object({ id: Uuid, code: z.string(), name: z.string(), unit: z.string(), serviceClass: SERVICE_CLASS.schema, freeItem: FREE_ITEM.schema.nullable(), priceFen: z.int().nullable(), effectiveFrom: IsoDate })
/** What a bill is made from: the versions of a facility's published prices, who may be free, and what is still free for this person. */
export const BillBasis = z.object({
  deathId: Uuid,
  deceasedName: z.string(),
  diedOn: IsoDate,
  classes: z.array(FREE_CLASS.schema),
  allowances: z.record(FREE_ITEM.schema, AllowanceView),
  prices: z.array(BasisPrice),
})
export type BillBasis = z.infer<typeof BillBasis>
export const BillBasisParams = z.object({ id: Uuid, deathId: Uuid })

export const BillRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  billNumber: z.string().nullable(),
  state: z.enum(BILL_STATES),
  deceasedName: z.string(),
  facilityName: z.string(),
  freeClass: FREE_CLASS.schema.nullable(),
  grossFen: z.int(),
  freeFen: z.int(),
  dueFen: z.int(),
  issuedOn: IsoDate.nullable(),
})
export type BillRow = z.infer<typeof BillRow>
export const BillQuery = PageQuery.extend({ q: SearchText, facilityId: Uuid.optional(), state: z.enum(BILL_STATES).optional(), from: IsoDate.optional(), to: IsoDate.optional() })
export type BillQuery = z.infer<typeof BillQuery>
export const BillPage = pageOf(BillRow)

export const BillLineView = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  serviceClass: SERVICE_CLASS.schema,
  serviceOn: IsoDate,
  quantity: z.int(),
  unitFen: z.int(),
  grossFen: z.int(),
  freeQuantity: z.int(),
  freeFen: z.int(),
  freeCause: z.string(),
})
export type BillLineView = z.infer<typeof BillLineView>

export const BillDetail = BillRow.extend({
  deathId: Uuid,
  facilityId: Uuid,
  diedOn: IsoDate,
  payerName: z.string(),
  payerRelation: z.string(),
  evidence: z.string(),
  recordedBy: z.string(),
  reverses: z.object({ id: Uuid, billNumber: z.string() }).nullable(),
  reversedBy: z.object({ id: Uuid, billNumber: z.string() }).nullable(),
  lines: z.array(BillLineView),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  mayChange: z.boolean(),
})
export type BillDetail = z.infer<typeof BillDetail>
export const PrintQuery = z.object({ format: z.enum(['pdf', 'docx'], { message: '请选择 PDF 或 Word' }).default('pdf') })
