import { attachmentView, codeSet, type CodeOf } from '@xishan/domain'
import type { z } from 'zod'

/** Kinds of attached material. Papers obtainable by data sharing are never demanded (57号 §10). */
export const ATTACHMENT_KIND = codeSet('材料类别', '本平台约定', [
  ['APPLICATION_FORM', '最低生活保障申请表（签字）'],
  ['COMMITMENT', '申报信息真实性承诺书'],
  ['CHECK_AUTHORISATION', '家庭经济状况核对授权书'],
  ['IDENTITY_PAPERS', '身份证或户口簿'],
  ['AGENT_MANDATE', '代办委托书'],
  ['DISABILITY_PROOF', '残疾证明'],
  ['ILLNESS_PROOF', '疾病诊断证明'],
  ['INCOME_PROOF', '收入证明'],
  ['PROPERTY_PROOF', '财产证明'],
  ['ACCOUNT_PROOF', '银行账户凭证'],
  ['CUSTODY_AGREEMENT', '存折（卡）代管协议'],
  ['SURVEY_RECORD', '入户调查表（签字）'],
  ['SURVEY_PHOTO', '入户调查照片'],
  ['CHECK_REPORT', '家庭经济状况核对报告'],
  ['RECHECK_PROOF', '核对结果异议佐证材料'],
  ['POSTING_PHOTO', '公示单张贴照片'],
  ['OBJECTION_LETTER', '公示异议材料'],
  ['HOME_VISIT_RECORD', '区局入户调查记录'],
  ['WITHDRAWAL_REQUEST', '撤回申请书（签字）'],
  ['NON_COOPERATION_RECORD', '拒不配合情况记录'],
  ['DELIVERY_RECEIPT', '送达回证'],
  ['OTHER', '其他材料'],
])
export type AttachmentKind = CodeOf<typeof ATTACHMENT_KIND>

export const AttachmentView = attachmentView(ATTACHMENT_KIND)
export type AttachmentView = z.infer<typeof AttachmentView>
