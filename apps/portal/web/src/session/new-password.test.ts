import { describe, expect, it } from 'vitest'
import { newPasswordSchema, rulesInWords } from './new-password'

const RULES = { minLength: 10, minClasses: 3, history: 5, maxAgeDays: 90 }
const faults = (newPassword: string, repeated = newPassword): string[] => newPasswordSchema(RULES, 'li.hongmei').safeParse({ newPassword, repeated }).error?.issues.map(({ message }) => message) ?? []

describe('a new password', () => {
  it('is taken when it keeps the rules', () => expect(faults('Dianchi-2026')).toEqual([]))
  it('is measured by the rules the service measures by', () => expect(faults('abc')).toEqual(['密码至少 10 位', '密码须包含大写字母、小写字母、数字、符号中的至少 3 类']))
  it('does not hold the user name', () => expect(faults('Li.Hongmei-2026')).toEqual(['密码不能包含用户名']))
  it('is typed the same twice', () => expect(faults('Dianchi-2026', 'Dianchi-2027')).toEqual(['两次输入的新密码不一致']))
})

it('the rules are said before anybody types', () => expect(rulesInWords(RULES)).toBe('至少 10 位，含大写字母、小写字母、数字、符号中的 3 类，不含用户名，不与最近 5 次相同'))
