import { AccountInput, AccountView, AtVersion, Fen, IsoDate, Light, PageQuery, RevealReason, ScopeFilter, SearchText, Uuid, codeSet, pageOf, reasonText, yesOrNo, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { LINE_KIND } from '../disbursements/lifecycle'

export const CORRECTION_WAY = codeSet('更正方式', '本平台约定', [
  ['NEW_ACCOUNT', '更换账户'],
  ['SAME_ACCOUNT', '账户无误，按户上登记账户重发'],
])
export type CorrectionWay = CodeOf<typeof CORRECTION_WAY>

export const CORRECTION_STATE = codeSet('更正状态', '本平台约定', [
  ['PROPOSED', '待财务确认'],
  ['ACCEPTED', '已重发'],
  ['REJECTED', '已退回'],
])

export const ProposeCorrection = z
  .object({ way: CORRECTION_WAY.schema, account: AccountInput.nullable().default(null), reason: reasonText('更正理由') })
  .refine(({ way, account }) => (way === 'NEW_ACCOUNT') === (account !== null), { path: ['account'], message: '更换账户的请填写新账户；账户无误的不需填写' })

export const RejectCorrection = AtVersion.extend({ reason: reasonText('退回理由') })
export const TakeOutLine = z.object({ reason: reasonText('不再重发的理由'), owed: yesOrNo('这笔钱是否仍应发给本户') })

export const CorrectionView = z.object({
  id: Uuid,
  version: z.int(),
  way: CORRECTION_WAY.schema,
  state: CORRECTION_STATE.schema,
  account: AccountView.nullable(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string().nullable(),
  decision: z.string(),
})
export type CorrectionView = z.infer<typeof CorrectionView>

/** A line that the bank could not pay. */
export const FailedLine = z.object({
  id: Uuid,
  batchId: Uuid,
  householdId: Uuid,
  benefitId: Uuid,
  divisionCode: z.string(),
  communityName: z.string(),
  applicantName: z.string(),
  documentMasked: z.string(),
  kind: LINE_KIND.schema,
  month: z.string(),
  payFen: Fen,
  attempts: z.int(),
  account: AccountView,
  code: z.string(),
  reason: z.string(),
  failedOn: IsoDate,
  dueOn: IsoDate,
  light: Light,
  /** The last correction that was proposed. */
  correction: CorrectionView.nullable(),
})
export type FailedLine = z.infer<typeof FailedLine>

export const FailedLineQuery = PageQuery.extend({
  batchId: Uuid.optional(),
  division: ScopeFilter,
  q: SearchText,
  standing: z.enum(['OPEN', 'PROPOSED'], { message: '请选择待更正或待重发' }).optional(),
})
export const FailedLinePage = pageOf(FailedLine)

/** The account the money was sent to, or the one that is proposed; for a typed reason, and logged. */
export const RevealLineAccount = z.object({ account: z.enum(['SENT', 'PROPOSED'], { message: '请选择原账户或新账户' }), reason: RevealReason.unwrap() })

/** Sends these again, and with that accepts what was proposed for each. */
export const ResendFailed = AtVersion.extend({ lineIds: z.array(Uuid).min(1, '请选择要重发的明细').max(20_000, '一次最多重发 20000 笔') })
