import { AccountInput, AtVersion, Fen, IdentityDocument, IsoDate, PhoneNumber, Uuid, codeSet, optionalText, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

/** Papers filed with an award. */
export const AWARD_PAPER = codeSet('材料种类', '本平台约定', [
  ['BURIAL_CERTIFICATE', '安放（葬）证明'],
  ['APPLICANT_ID', '申请人身份证件'],
  ['ACCOUNT', '银行卡（存折）复印件'],
  ['PAYEE_PROOF', '变更收款人的证明'],
  ['RECOVERY_PROOF', '退款凭证'],
  ['OTHER', '其他材料'],
])
export type AwardPaper = CodeOf<typeof AWARD_PAPER>

/** Who buried the deceased and is paid: to an account of one's own. */
const APPLICANT = {
  name: requiredText('申请人姓名', 50),
  document: IdentityDocument.refine(({ type }) => type !== '9', { path: ['type'], message: '请填写申请人的有效证件' }),
  relation: requiredText('与逝者关系', 30),
  phone: PhoneNumber,
  account: AccountInput,
}
function ownAccount({ name, account }: { name: string; account: { holder: string } | null }, context: z.RefinementCtx): void {
  if (account === null || account.holder === name) return
  const message = '奖补发给申请人本人，申请人与开户人姓名应一致，请核对'
  for (const path of [['name'], ['account', 'holder']]) context.addIssue({ code: 'custom', path, message })
}

export const AwardApplicant = z.object(APPLICANT).superRefine(ownAccount)
export type AwardApplicant = z.infer<typeof AwardApplicant>

export const SubmitAward = z.object({ dispositionId: Uuid, ...APPLICANT, remark: optionalText('备注', 200) }).superRefine(ownAccount)
export type SubmitAward = z.infer<typeof SubmitAward>

const Opinion = AtVersion.extend({ opinion: reasonText('意见') })
const Reason = AtVersion.extend({ reason: reasonText('理由') })

/** What each action asks for, by the action's name. Of a correction what is null stays as it is. */
export const awardInputs = {
  submit: z.object({}),
  check: Opinion,
  return: Reason,
  correct: AtVersion.extend({ ...APPLICANT, document: APPLICANT.document.nullable().default(null), phone: PhoneNumber.nullable().default(null), account: AccountInput.nullable().default(null), remark: optionalText('补正情况', 200) }).superRefine(ownAccount),
  withdraw: Reason,
  confirm: Opinion,
  refuse: Reason,
  changeAccount: AtVersion.extend({ account: AccountInput.nullable().default(null), reason: reasonText('失败原因和更正情况') }),
  changePayee: AtVersion.extend({ ...APPLICANT, reason: reasonText('变更收款人的情况') }).superRefine(ownAccount),
  uphold: Reason,
  upholdPaid: Reason,
  stop: Reason,
  claim: Reason,
  repay: AtVersion.extend({ amountFen: Fen.min(1, '退款金额应大于 0'), repaidOn: IsoDate, receipt: requiredText('收据（凭证）号', 60) }),
  settle: Opinion,
  list: z.object({}),
  unlist: z.object({}),
  hold: z.object({}),
  pay: z.object({}),
  fail: z.object({}),
} as const
export type AwardInputs = { [A in keyof typeof awardInputs]: z.output<(typeof awardInputs)[A]> }
