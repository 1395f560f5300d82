import { RevealReason, Uuid, codeSet } from '@xishan/domain'
import { z } from 'zod'

/** What of which record may be shown: one line for each masked field, and where it stands in the service's `sealed-values.ts`. */
export const REVEALABLE = codeSet('查看内容', '本平台约定', [
  ['DEATH_DOCUMENT', '逝者证件号码'],
  ['DEATH_INFORMANT_PHONE', '申报人联系电话'],
  ['DISPOSITION_DOCUMENT', '安放记录的逝者证件号码'],
  ['AWARD_APPLICANT_DOCUMENT', '奖补申请人证件号码'],
  ['AWARD_APPLICANT_PHONE', '奖补申请人联系电话'],
  ['AWARD_ACCOUNT', '奖补收款账号'],
  ['ADOPTION_DOCUMENT', '收养当事人证件号码'],
  ['GRAVE_HOLDER_DOCUMENT', '墓位持有人证件号码'],
  ['GRAVE_HOLDER_PHONE', '墓位持有人联系电话'],
  ['ILLEGAL_GRAVE_PHONE', '违法墓墓主联系电话'],
])

/** Shows a masked value of a record for a reason; each look is logged. */
export const RevealInput = z.object({ what: REVEALABLE.schema, id: Uuid, reason: RevealReason })
export type RevealInput = z.infer<typeof RevealInput>
export type Revealable = RevealInput['what']
