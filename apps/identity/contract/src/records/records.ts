import { Instant, IsoDate, PageQuery, pageOf } from '@xishan/domain'
import { z } from 'zod'

export const SIGN_IN_OUTCOMES = {
  'signed-in': '登录成功',
  'signed-out': '退出登录',
  'wrong-password': '用户名或密码不正确',
  'unknown-user': '用户名不存在',
  'wrong-code': '动态验证码不正确',
  'locked-out': '连续失败已锁定',
  'account-locked': '账号已停用',
  'no-role': '账号未授予岗位',
  'password-must-change': '须更换密码',
  'not-linked': '外部身份未绑定账号',
} as const
export const SignInOutcome = z.enum(Object.keys(SIGN_IN_OUTCOMES) as (keyof typeof SIGN_IN_OUTCOMES)[])
export type SignInOutcome = z.infer<typeof SignInOutcome>

export const SignInRecord = z.object({
  id: z.string(),
  at: Instant,
  username: z.string(),
  name: z.string().nullable(),
  outcome: SignInOutcome,
  way: z.enum(['password', 'outside']),
  address: z.string(),
  device: z.string(),
})
export type SignInRecord = z.infer<typeof SignInRecord>

export const SignInQuery = PageQuery.extend({
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  username: z.string().trim().max(64).optional(),
  outcome: SignInOutcome.optional(),
})
export const SignInPage = pageOf(SignInRecord)

/** Staff's words for what the audit trail of identity records. */
export const AUDIT_ACTIONS: Record<string, string> = {
  register: '登记账号',
  amend: '修改账号资料',
  grant: '授予岗位与管辖范围',
  lock: '停用账号',
  unlock: '恢复账号',
  'reset-password': '重置密码',
  'reset-one-time-code': '解除动态验证码',
  'change-password': '修改本人密码',
  'enrol-one-time-code': '登记动态验证码',
  'confirm-one-time-code': '启用动态验证码',
  'remove-one-time-code': '停用动态验证码',
  'link-outside-identity': '绑定外部身份',
  'set-security-setting': '调整安全设置',
  'advance-clock': '推进业务日期',
}
export type SignInQuery = z.infer<typeof SignInQuery>
