import { Instant, ParameterUnit, SourceMark } from '@xishan/domain'
import { z } from 'zod'

interface SettingSpec {
  title: string
  unit: z.infer<typeof ParameterUnit>
  value: number
  min: number
  max: number
  source: string
}

/**
 * The numbers of sign-in. 等保 (GB/T 22239-2019) asks for complexity, expiry, lock-out and idle time-out without naming figures, so
 * all are assumptions; the bounds keep a change from switching a protection off.
 */
export const SECURITY_SETTINGS = {
  'password.min-length': { title: '密码最少位数', unit: 'count', value: 10, min: 8, max: 64, source: 'GB/T 22239-2019 身份鉴别：口令复杂度' },
  'password.min-classes': { title: '密码最少字符类别数', unit: 'count', value: 3, min: 3, max: 4, source: 'GB/T 22239-2019 身份鉴别：口令复杂度' },
  'password.history': { title: '不得重复的历史密码个数', unit: 'count', value: 5, min: 1, max: 24, source: 'GB/T 22239-2019 身份鉴别：定期更换' },
  'password.max-age': { title: '密码有效天数', unit: 'days', value: 90, min: 30, max: 365, source: 'GB/T 22239-2019 身份鉴别：定期更换' },
  'lock-out.failures': { title: '连续失败锁定次数', unit: 'count', value: 5, min: 3, max: 10, source: 'GB/T 22239-2019 身份鉴别：登录失败处理' },
  'lock-out.minutes': { title: '锁定分钟数', unit: 'count', value: 15, min: 5, max: 1440, source: 'GB/T 22239-2019 身份鉴别：登录失败处理' },
  'session.idle-minutes': { title: '无操作自动退出分钟数', unit: 'count', value: 30, min: 5, max: 120, source: 'GB/T 22239-2019 身份鉴别：登录连接超时自动退出' },
  'session.max-hours': { title: '一次登录最长小时数', unit: 'count', value: 12, min: 1, max: 24, source: 'GB/T 22239-2019 身份鉴别：登录连接超时自动退出' },
  'sign-in.failures-per-minute': { title: '同一地址每分钟登录失败次数上限', unit: 'count', value: 60, min: 10, max: 600, source: 'GB/T 22239-2019 身份鉴别：登录失败处理' },
} as const satisfies Record<string, SettingSpec>

export type SecuritySettingKey = keyof typeof SECURITY_SETTINGS
export const SECURITY_SETTING_KEYS = Object.keys(SECURITY_SETTINGS) as SecuritySettingKey[]
export const SecuritySettingKey = z.enum(SECURITY_SETTING_KEYS, { message: '没有这项安全设置' })

export const SecuritySetting = z.object({
  /** 0 while the default stands. */
  version: z.int(),
  key: SecuritySettingKey,
  title: z.string(),
  unit: ParameterUnit,
  value: z.int(),
  min: z.int(),
  max: z.int(),
  sourceMark: SourceMark,
  source: z.string(),
  setByName: z.string().nullable(),
  effectiveFrom: Instant.nullable(),
})
export type SecuritySetting = z.infer<typeof SecuritySetting>
export const SecuritySettings = z.object({ rows: z.array(SecuritySetting) })
export const SetSecuritySetting = z.object({
  version: z.int(),
  value: z.int({ message: '请填写整数' }),
  reason: z.string().trim().min(2, '请填写调整理由').max(200, '调整理由不能超过 200 个字'),
})
export type SetSecuritySetting = z.infer<typeof SetSecuritySetting>
