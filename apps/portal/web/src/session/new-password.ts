import { passwordFaults, type PasswordRules } from '@xishan/identity-contract'
import { z } from 'zod'

/** The rules in one sentence, before anybody types. */
export const rulesInWords = ({ minLength, minClasses, history }: PasswordRules): string =>
  `至少 ${minLength} 位，含大写字母、小写字母、数字、符号中的 ${minClasses} 类，不含用户名，不与最近 ${history} 次相同`

/** A new password typed twice, checked by the rules that the service checks again. */
export const newPasswordSchema = (rules: PasswordRules, username: string) =>
  z
    .object({ newPassword: z.string().min(1, '请输入新密码'), repeated: z.string().min(1, '请再输入一次新密码') })
    .superRefine(({ newPassword, repeated }, context) => {
      for (const message of passwordFaults(newPassword, username, rules)) context.addIssue({ code: 'custom', path: ['newPassword'], message })
      if (repeated !== newPassword) context.addIssue({ code: 'custom', path: ['repeated'], message: '两次输入的新密码不一致' })
    })
