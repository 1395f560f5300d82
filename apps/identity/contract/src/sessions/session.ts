import { Instant } from '@xishan/domain'
import { z } from 'zod'
import { RoleCode } from '../accounts/account'
import { PasswordRules } from '../passwords/password-rules'

export const SignIn = z.object({
  username: z.string().trim().min(1, '请输入用户名').max(64, '用户名过长'),
  password: z.string().min(1, '请输入密码').max(200, '密码过长'),
  /** The six digits of the authenticator, when the account asks for them. */
  code: z.string().trim().max(10).optional(),
})
export type SignIn = z.infer<typeof SignIn>

/** Who is signed in. */
export const Me = z.object({
  id: z.string(),
  version: z.int(),
  username: z.string(),
  name: z.string(),
  office: z.string(),
  roles: z.array(RoleCode),
  scope: z.string(),
  oneTimeCode: z.boolean(),
  outsideLinked: z.boolean(),
  /** Null for demonstration accounts, whose passwords do not age. */
  passwordExpiresOn: z.string().nullable(),
  /** The sign-in before this one, so that a stranger's is noticed. */
  previousSignIn: z.object({ at: Instant, address: z.string() }).nullable(),
  /** Without a request for this long the session ends. */
  idleMinutes: z.int(),
  /** However busy, the session ends then. */
  sessionEndsAt: Instant,
})
export type Me = z.infer<typeof Me>

/** How one may sign in here; asked by the sign-in page before anybody has. */
export const SignInOptions = z.object({
  password: z.boolean(),
  /** An outside OpenID Connect issuer, when configured. */
  outsideIssuer: z.object({ title: z.string() }).nullable(),
  demonstration: z.boolean(),
  businessDate: z.string(),
  passwordRules: PasswordRules,
})
export type SignInOptions = z.infer<typeof SignInOptions>
