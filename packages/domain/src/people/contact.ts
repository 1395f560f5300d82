import { z } from 'zod'

const halfWidth = (text: string): string => text.replace(/[０-９－]/g, (c) => (c === '－' ? '-' : String(c.charCodeAt(0) - 0xff10)))

/** `138 1234-5678` and `(0871)68181234` made `13812345678` and `0871-68181234`. */
export function normalisePhone(text: string): string {
  const plain = halfWidth(text).replace(/[\s　()（）]/g, '')
  const digits = plain.replace(/^\+?86(?=1\d{10}$)/, '').replaceAll('-', '')
  if (/^1\d{10}$/.test(digits)) return digits
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})(-\d{1,6})?$/.exec(plain)
  return landline ? `${landline[1]}-${landline[2]}${landline[3] ?? ''}` : plain
}

/** A mobile number, or a landline with its area code; stored without spaces. */
export const PhoneNumber = z
  .string({ message: '请填写联系电话' })
  .max(40, '联系电话过长，请核对')
  .overwrite(normalisePhone)
  .regex(/^(1[3-9]\d{9}|0\d{2,3}-\d{7,8}(-\d{1,6})?)$/, '联系电话应为 11 位手机号，或带区号的座机号，例如 0871-68181234')

export const normaliseBankAccount = (text: string): string => halfWidth(text).replace(/[\s　-]/g, '')

/** A card or passbook number, digits only. */
export const BankAccountNumber = z
  .string({ message: '请填写银行账号' })
  .max(60, '银行账号过长，请核对')
  .overwrite(normaliseBankAccount)
  .regex(/^\d{8,30}$/, '银行账号应为 8 至 30 位数字，请对照银行卡或存折核对')

/**
 * A word of caution for the person at the keyboard, never a refusal: cards carry a Luhn check digit, passbooks and settlement
 * accounts need not.
 */
export function bankAccountWarning(account: string): string | null {
  const digits = normaliseBankAccount(account)
  const looksLikeCard = /^(62|4|5)\d+$/.test(digits) && digits.length >= 16 && digits.length <= 19
  return looksLikeCard && !passesLuhn(digits) ? '卡号末位校验不符，可能有一位录错，请对照银行卡核对；如为存折账号可继续。' : null
}

/** ISO/IEC 7812-1 annex B: every second digit from the right is doubled. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, i) => {
    const digit = Number(character)
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
    return total + (i % 2 === 0 ? digit : doubled)
  }, 0)
  return /^\d+$/.test(digits) && sum % 10 === 0
}
