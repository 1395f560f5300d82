import { z } from 'zod'
import { requiredText } from '../fields'

/** Where the allowance is paid to: the household's card or passbook. */
export const AccountInput = z.object({
  bank: requiredText('开户银行', 60),
  number: z
    .string({ message: '请填写银行账号' })
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8,30}$/, '银行账号应为 8 至 30 位数字，请对照银行卡或存折核对')),
  holder: requiredText('开户人姓名', 50),
})
export type AccountInput = z.infer<typeof AccountInput>

/** As shown: the last four digits. The whole number is revealed with a reason and logged. */
export const AccountView = z.object({ bank: z.string(), lastFour: z.string(), holder: z.string() })
export type AccountView = z.infer<typeof AccountView>
