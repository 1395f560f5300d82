import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BankAccountNumber, bankAccountWarning, passesLuhn, PhoneNumber } from './contact'
import { DisabilityCertificateNumber, readDisabilityCertificate } from './disability-certificate'
import { maskBankAccount, maskIdNumber, maskName, maskPhone } from './masks'

describe('masks', () => {
  test.each([
    [maskIdNumber, '530112194103150021', '530112********0021'],
    [maskIdNumber, '530112410315002', '530112*****5002'],
    [maskIdNumber, 'E12345678', 'E1*****78'],
    [maskIdNumber, 'E123', '****'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '0871-68181234', '0871-****1234'],
    [maskPhone, '110', '***'],
    [maskBankAccount, '6222021234567890128', '****0128'],
    [maskBankAccount, '1234', '****'],
    [maskName, '张三', '张*'],
    [maskName, '张小三', '张**'],
    [maskName, '欧阳小三', '欧**'],
    [maskName, '𠮷田', '𠮷*'],
    [maskName, '张', '*'],
    [maskName, '', '*'],
  ])('%# %s of %s is %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked)
  })

  test('never show a birth date, nor more than ten characters of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,30}$/), (text) => {
        const shown = maskIdNumber(text).replaceAll('*', '')
        expect(shown.length).toBeLessThanOrEqual(10)
        expect(text.length === 0 || maskIdNumber(text).includes('*')).toBe(true)
      }),
    )
  })
})

describe('phone numbers', () => {
  test.each([
    ['138 1234-5678', '13812345678'],
    ['+8613812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['(0871)68181234', '0871-68181234'],
    ['087168181234', '0871-68181234'],
    ['0871-68181234-802', '0871-68181234-802'],
    ['010-12345678', '010-12345678'],
  ])('%s is stored as %s', (text, stored) => {
    expect(PhoneNumber.parse(text)).toBe(stored)
  })

  test.each(['', '12812345678', '1381234567', '68181234', '电话', "138'--"])('%s is refused with an example', (text) => {
    expect(PhoneNumber.safeParse(text).error?.issues[0]?.message).toMatch(/0871-68181234/)
  })
})

describe('bank accounts', () => {
  test('are digits, however they are grouped', () => {
    expect(BankAccountNumber.parse('6222 0212-3456 7890 128')).toBe('6222021234567890128')
    expect(BankAccountNumber.safeParse('6222O2').error?.issues[0]?.message).toMatch(/8 至 30 位数字/)
  })

  test('with a wrong check digit are warned of and still taken; passbooks pass in silence', () => {
    expect(passesLuhn('79927398713')).toBe(true)
    expect(bankAccountWarning('6222021234567890129')).toMatch(/校验不符/)
    expect(BankAccountNumber.safeParse('6222021234567890129').success).toBe(true)
    expect(bankAccountWarning('10020030040')).toBeNull()
  })

  test('Luhn notices any one wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^62\d{13,16}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, where, by) => {
        const card = Array.from({ length: 10 }, (_, last) => `${body}${last}`).find(passesLuhn) ?? ''
        const at = where % card.length
        const wrong = card.slice(0, at) + String((Number(card.charAt(at)) + by) % 10) + card.slice(at + 1)
        expect([passesLuhn(card), passesLuhn(wrong)]).toEqual([true, false])
      }),
    )
  })
})

describe('certificates of disability', () => {
  test('are read for person, category, level and reissue', () => {
    expect(readDisabilityCertificate('53011219410315002142')).toMatchObject({ ok: true, identityNumber: '530112194103150021', disability: { category: '4', level: '2' }, reissue: 0 })
    expect(readDisabilityCertificate('11010519491231002x63b1')).toMatchObject({ ok: true, disability: { category: '6', level: '3' }, reissue: 1 })
  })

  test.each([
    ['530112194103150021', /应为 20 位/],
    ['53011219410315002242', /前 18 位有误/],
    ['53011219410315002182', /第 19 位是“8”/],
    ['53011219410315002145', /第 20 位是“5”/],
  ])('%s is refused', (number, sentence) => {
    expect(DisabilityCertificateNumber.safeParse(number).error?.issues[0]?.message).toMatch(sentence)
  })
})
