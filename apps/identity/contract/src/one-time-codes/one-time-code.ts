import { AtVersion } from '@xishan/domain'
import { z } from 'zod'

export const OneTimeCode = z.string().trim().regex(/^\d{6}$/, '动态验证码为 6 位数字')
const OwnPassword = z.string().min(1, '请输入密码').max(200, '密码过长')

export const BeginOneTimeCode = z.object({ password: OwnPassword })
/** The secret, to be typed or scanned into an authenticator; it counts only once a code made from it is confirmed. */
export const OneTimeCodeSecret = z.object({ secret: z.string(), uri: z.string() })
export const ConfirmOneTimeCode = z.object({ code: OneTimeCode })
export const RemoveOneTimeCode = z.object({ password: OwnPassword, code: OneTimeCode })
/** By the system administrator, for someone who lost the device. */
export const ResetOneTimeCode = AtVersion
