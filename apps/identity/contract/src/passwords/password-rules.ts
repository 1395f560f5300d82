import { AtVersion } from '@xishan/domain'
import { z } from 'zod'

/** What a password must be. The numbers are security settings, see {@link SECURITY_SETTINGS}. */
export const PasswordRules = z.object({
  minLength: z.int(),
  /** How many of the four classes: capital letters, small letters, digits, signs. */
  minClasses: z.int(),
  /** How many earlier passwords may not come back. */
  history: z.int(),
  /** Days until it must be replaced. */
  maxAgeDays: z.int(),
})
export type PasswordRules = z.infer<typeof PasswordRules>

const CLASSES = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/]
const MAX_LENGTH = 128

/** What is wrong with a password, in sentences; the history and the list of common ones are the service's to check. */
export function passwordFaults(password: string, username: string, rules: Pick<PasswordRules, 'minLength' | 'minClasses'>): string[] {
  const faults: string[] = []
  if (password.length < rules.minLength) faults.push(`密码至少 ${rules.minLength} 位`)
  if (password.length > MAX_LENGTH) faults.push(`密码不能超过 ${MAX_LENGTH} 位`)
  if (CLASSES.filter((pattern) => pattern.test(password)).length < rules.minClasses)
    faults.push(`密码须包含大写字母、小写字母、数字、符号中的至少 ${rules.minClasses} 类`)
  if (username && mentions(password, username)) faults.push('密码不能包含用户名')
  return faults
}

function mentions(password: string, username: string): boolean {
  const heard = password.toLowerCase()
  const name = username.toLowerCase()
  return heard.includes(name) || heard.includes([...name].reverse().join(''))
}

const TypedPassword = z.string().min(1, '请输入密码').max(200, '密码过长')
const NewPassword = z.string().min(1, '请输入新密码').max(200, '密码过长')

export const ChangeOwnPassword = z.object({ currentPassword: TypedPassword, newPassword: NewPassword })
/** For an account whose password has expired or was issued by the administrator: nothing else can be done before. */
export const RenewPassword = z.object({
  username: z.string().trim().min(1, '请输入用户名').max(64, '用户名过长'),
  password: TypedPassword,
  newPassword: NewPassword,
  code: z.string().trim().max(10).optional(),
})
export const ResetPassword = AtVersion
export type ChangeOwnPassword = z.infer<typeof ChangeOwnPassword>
export type RenewPassword = z.infer<typeof RenewPassword>
