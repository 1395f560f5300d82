import { RevealReason, Uuid, codeSet } from '@xishan/domain'
import { z } from 'zod'

export const REVEALABLE = codeSet('查看内容', '本平台约定', [
  ['DOCUMENT_NUMBER', '证件号码'],
  ['PHONE', '联系电话'],
  ['ACCOUNT_NUMBER', '银行账号'],
])

/**
 * Shows a masked value. The handler of an open case names that case as the reason; everyone else writes one. Each reveal is
 * logged.
 */
export const RevealInput = z
  .object({
    field: REVEALABLE.schema,
    householdId: Uuid.optional(),
    applicationId: Uuid.optional(),
    /** Whose document number; the applicant's when left out. */
    memberId: Uuid.optional(),
    reason: RevealReason,
  })
  .refine(({ householdId, applicationId }) => (householdId === undefined) !== (applicationId === undefined), {
    path: ['householdId'],
    message: '请指明要查看的办件或家庭',
  })
export type RevealInput = z.infer<typeof RevealInput>
