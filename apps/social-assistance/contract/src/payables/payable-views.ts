import { BenefitMonth, Fen, IsoDate, PageQuery, ScopeFilter, SearchText, Uuid, codeSet, optionalText, pageOf, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { CATEGORY } from '../benefits/benefit'
import { RESIDENCE } from '../households/code-sets'
import { PROPOSED_STATES } from './lifecycles'
import { PAYABLE_CAUSE, PAYABLE_KIND } from './payable'

export const PAYABLE_STANDING = codeSet('应补发款去向', '本平台约定', [
  ['OPEN', '待列入批次'],
  ['IN_BATCH', '已列入批次'],
  ['PAID', '已发放'],
  ['CANCELLED', '已取消'],
])
export type PayableStanding = CodeOf<typeof PAYABLE_STANDING>

export const PayableRow = z.object({
  id: Uuid,
  benefitId: Uuid,
  benefitNumber: z.string(),
  applicantName: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  kind: PAYABLE_KIND.schema,
  month: BenefitMonth,
  amountFen: z.int(),
  causeKind: PAYABLE_CAUSE.schema,
  causeId: Uuid,
  cause: z.string(),
  createdOn: IsoDate,
  createdBy: z.string(),
  standing: PAYABLE_STANDING.schema,
  batchId: Uuid.nullable(),
  batchNumber: z.string().nullable(),
  cancelledBecause: z.string().nullable(),
})
export type PayableRow = z.infer<typeof PayableRow>

export const PayableQuery = PageQuery.extend({
  division: ScopeFilter,
  q: SearchText,
  kind: PAYABLE_KIND.schema.optional(),
  causeKind: PAYABLE_CAUSE.schema.optional(),
  standing: PAYABLE_STANDING.schema.optional(),
  month: BenefitMonth.optional(),
})
export type PayableQuery = z.infer<typeof PayableQuery>
export const PayablePage = pageOf(PayableRow)

/** Over the whole filter: how much waits, is under way, is paid; and by street. */
export const PayableTotals = z.object({
  openFen: z.int(),
  inBatchFen: z.int(),
  paidFen: z.int(),
  count: z.int(),
  streets: z.array(z.object({ code: z.string(), name: z.string(), openFen: z.int(), paidFen: z.int() })),
})
export type PayableTotals = z.infer<typeof PayableTotals>

export const CancelPayable = z.object({ reason: reasonText('取消的理由') })

export const ONE_OFF_KIND = codeSet('一次性发放类型', '本平台约定', [
  ['PRICE', '价格临时补贴'],
  ['FESTIVAL', '节日慰问'],
  ['RELIEF', '一次性生活补助'],
  ['OTHER', '其他'],
])
export const PER = codeSet('发放口径', '本平台约定', [
  ['HOUSEHOLD', '按户'],
  ['PERSON', '按人'],
])

/** Who gets it: everybody who is in pay in the month and fits. */
export const OneOffInput = z.object({
  kind: ONE_OFF_KIND.schema,
  title: requiredText('名称', 60),
  document: requiredText('文件文号', 100),
  month: BenefitMonth,
  per: PER.schema,
  amountFen: Fen.min(1, '金额应大于 0'),
  residence: RESIDENCE.schema.nullable().default(null),
  category: CATEGORY.schema.nullable().default(null),
  division: ScopeFilter.nullable().default(null),
})
export type OneOffInput = z.infer<typeof OneOffInput>

/** What can be counted before it has a name. */
export const OneOffRange = OneOffInput.omit({ kind: true, title: true, document: true })
export type OneOffRange = z.infer<typeof OneOffRange>

export const OneOffSums = z.object({ households: z.int(), people: z.int(), totalFen: z.int() })
export type OneOffSums = z.infer<typeof OneOffSums>

export const OneOffRow = OneOffInput.extend({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  divisionName: z.string(),
  state: z.enum(PROPOSED_STATES),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string().nullable(),
  decidedOn: IsoDate.nullable(),
  opinion: z.string(),
  /** As counted when it was proposed; once approved, as owed. */
  households: z.int().nullable(),
  totalFen: z.int().nullable(),
  paidFen: z.int(),
  actions: z.array(z.string()),
})
export type OneOffRow = z.infer<typeof OneOffRow>
export const OneOffQuery = PageQuery.extend({ state: z.enum(PROPOSED_STATES, { message: '请从列表中选择审批状态' }).optional() })
export const OneOffPage = pageOf(OneOffRow)

/** 调整补差: one household, one amount, one cause. */
export const AdjustmentInput = z.object({
  benefitId: Uuid,
  month: BenefitMonth,
  amountFen: Fen.min(1, '金额应大于 0'),
  cause: reasonText('补差的原因', 300),
  document: optionalText('依据文件', 100),
})
export type AdjustmentInput = z.infer<typeof AdjustmentInput>

export const AdjustmentRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  benefitId: Uuid,
  applicantName: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  month: BenefitMonth,
  amountFen: z.int(),
  cause: z.string(),
  document: z.string(),
  state: z.enum(PROPOSED_STATES),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string().nullable(),
  opinion: z.string(),
  actions: z.array(z.string()),
})
export type AdjustmentRow = z.infer<typeof AdjustmentRow>
export const AdjustmentQuery = PageQuery.extend({ division: ScopeFilter, state: z.enum(PROPOSED_STATES, { message: '请从列表中选择审批状态' }).optional() })
export const AdjustmentPage = pageOf(AdjustmentRow)
