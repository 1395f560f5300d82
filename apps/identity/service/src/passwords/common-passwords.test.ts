import { describe, expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords'

describe('common passwords', () => {
  it.each(['P@ssw0rd2025!', 'Admin@123456', 'Aa123456!', 'Qwer@1234', 'Kunming@2025', '2025Xishan!!', 'Minzheng-530112', 'Abcd-1234', 'Aaaa-1111-aaaa', '1Qaz2Wsx3Edc', '9876543210', 'Welcome#2025', 'Q1!w2@e3#r4$'])(
    '%s is guessed first',
    (password) => {
      expect(isCommonPassword(password)).toBe(true)
    },
  )

  it.each(['Dianchi-2025', 'Three-Camels-7', 'cuihu.Ferry.88', '西山Lake2025x', 'kX7$mPq2Lw'])('%s is not in the list', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })
})
