import { z } from 'zod'
import { requiredText } from '../contract/fields'
import { BankAccountNumber } from './contact'

/** Where money is paid to: a person's card or passbook. */
export const AccountInput = z.object({
  bank: requiredText('开户银行', 60),
  number: BankAccountNumber,
  holder: requiredText('开户人姓名', 50),
})
export type AccountInput = z.infer<typeof AccountInput>

/** As shown: the last four digits. The whole number is revealed with a reason and logged. */
export const AccountView = z.object({ bank: z.string(), lastFour: z.string(), holder: z.string() })
export type AccountView = z.infer<typeof AccountView>
