import { AvailableAction, IsoDate, Light, PageQuery, ScopeFilter, SearchText, StepView, Uuid, attachmentView, codeSet, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { DISPOSITION_KIND } from '../dispositions/kinds'
import { AWARD_PAPER } from './award-input'
import { AWARD_STATES } from './lifecycle'

/** What an award stood on and no longer does. */
export const AWARD_FAULT = codeSet('奖补依据的变化', '本平台约定', [
  ['DISPOSITION_REVOKED', '安放记录已撤销'],
  ['DEATH_REVOKED', '死亡登记已撤销'],
  ['CORRECTED', '安放方式或日期已更正'],
])

const State = z.enum(AWARD_STATES, { message: '请从列表中选择办理状态' })

export const AwardRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: State,
  deceasedName: z.string(),
  kind: DISPOSITION_KIND.schema,
  disposedOn: IsoDate,
  applicantName: z.string(),
  accountLastFour: z.string(),
  amountFen: z.int(),
  appliedOn: IsoDate,
  placeName: z.string(),
  dueOn: IsoDate.nullable(),
  light: Light.nullable(),
  fault: AWARD_FAULT.schema.nullable(),
  payeeDiedOn: IsoDate.nullable(),
})
export type AwardRow = z.infer<typeof AwardRow>

export const AwardQuery = PageQuery.extend({
  q: SearchText,
  division: ScopeFilter,
  state: State.optional(),
  kind: DISPOSITION_KIND.schema.optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
})
export type AwardQuery = z.infer<typeof AwardQuery>
export const AwardPage = pageOf(AwardRow)

const OtherAward = z.object({ id: Uuid, number: z.string(), state: State, stateLabel: z.string() })

/** What an application stands on: asked before anything is typed, and shown beside the award. */
export const AwardBasis = z.object({
  dispositionId: Uuid,
  dispositionNumber: z.string(),
  deceasedName: z.string(),
  kind: DISPOSITION_KIND.schema,
  disposedOn: IsoDate,
  place: z.string(),
  certificateNumber: z.string(),
  handler: z.string(),
  handlerRelation: z.string(),
  /** What is due by what stands now; 0 where nothing is. */
  amountFen: z.int(),
  /** Whether the amount is ours until the bureau confirms it. */
  assumed: z.boolean(),
  applyUntil: IsoDate.nullable(),
  /** Why nobody can apply, as a sentence. */
  obstacle: z.string().nullable(),
  /** Of the same deceased. */
  awards: z.array(OtherAward),
  mayApply: z.boolean(),
})
export type AwardBasis = z.infer<typeof AwardBasis>

export const AWARD_LINE_STATE = codeSet('发放明细状态', '本平台约定', [
  ['PENDING', '待发放'],
  ['PAID', '发放成功'],
  ['FAILED', '发放失败'],
  ['HELD', '暂缓发放'],
])

export const AwardDetail = AwardRow.extend({
  basis: AwardBasis,
  relation: z.string(),
  applicantMasked: z.string(),
  phoneMasked: z.string(),
  bank: z.string(),
  accountHolder: z.string(),
  remark: z.string(),
  recordedBy: z.string(),
  paidOn: IsoDate.nullable(),
  /** Each time it was put into a list. */
  attempts: z.array(z.object({ id: Uuid, listId: Uuid, listNumber: z.string(), attempt: z.int(), accountLastFour: z.string(), amountFen: z.int(), state: AWARD_LINE_STATE.schema, outcomeOn: IsoDate.nullable(), because: z.string() })),
  recoveryFen: z.int(),
  recoveredFen: z.int(),
  repayments: z.array(z.object({ id: Uuid, amountFen: z.int(), repaidOn: IsoDate, receipt: z.string(), recordedBy: z.string() })),
  attachments: z.array(attachmentView(AWARD_PAPER)),
  steps: z.array(StepView),
  actions: z.array(AvailableAction),
})
export type AwardDetail = z.infer<typeof AwardDetail>
