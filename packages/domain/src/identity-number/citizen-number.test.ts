import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, ageOn } from '../calendar/dates'
import { birthDateOf, checkCharacter, normaliseIdentityNumber, readCitizenNumber, sexOf, type IdentityNumberFault } from './citizen-number'
import { readIdentityDocument } from './document'
import { readLegacyNumber } from './legacy-number'
import { IdentityDocument, IdentityNumber, identityNumberOn, requireCitizenNumber } from './schema'
import { syntheticCitizenNumber } from './synthetic'

const ON = '2025-09-30'
const person = fc.record({
  addressCode: fc.integer({ min: 100000, max: 999999 }).map(String),
  birthDate: fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1896-01-01', days)).filter((date) => date <= ON && ageOn(date, ON) <= 130),
  sex: fc.constantFrom('1' as const, '2' as const),
  sequence: fc.integer({ min: 0, max: 497 }),
})

describe('a citizen number of the standard', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', '2'],
    ['530112194103150021', '1941-03-15', '2'],
    ['530112201206010016', '2012-06-01', '1'],
  ])('%s is read', (number, birthDate, sex) => {
    expect(readCitizenNumber(number, ON)).toEqual({ ok: true, number, addressCode: number.slice(0, 6), birthDate, sex })
    expect([birthDateOf(number), sexOf(number)]).toEqual([birthDate, sex])
  })

  const faulty: [string, string, IdentityNumberFault, RegExp][] = [
    ['nothing', '   ', 'empty', /请填写/],
    ['17 digits', '53011219410315002', 'wrong-length', /现为 17 位，少 1 位/],
    ['19 digits', '5301121941031500211', 'wrong-length', /多 1 位/],
    ['an old number', '530112410315002', 'wrong-length', /15 位旧号码/],
    ['a letter inside', '53011219A103150021', 'wrong-character', /第 9 位是“A”.*只能是数字/],
    ['X before the end', '5301121941X3150021', 'wrong-character', /第 11 位是“X”/],
    ['another letter at the end', '53011219410315002Y', 'wrong-character', /末位只能是数字或大写 X/],
    ['a leading zero', '030112194103150021', 'wrong-character', /第 1 位不能是 0/],
    ['a quote', "53011219410315002'", 'wrong-character', /第 18 位/],
    ['the 30th of February', '530112194102300021', 'impossible-birth-date', /“19410230”.*没有这一天/],
    ['month 13', '530112194113150021', 'impossible-birth-date', /没有这一天/],
    ['29 February of a common year', '530112202502290021', 'impossible-birth-date', /没有这一天/],
    ['birth tomorrow', syntheticCitizenNumber({ addressCode: '530112', birthDate: '2025-10-01', sex: '1', sequence: 1 }), 'born-in-future', /晚于今天/],
    ['131 years', syntheticCitizenNumber({ addressCode: '530112', birthDate: '1894-09-30', sex: '1', sequence: 1 }), 'too-old', /超过 130 岁/],
    ['a wrong check character', '530112194103150022', 'wrong-check-character', /第 18 位校验码与前 17 位不符/],
  ]
  test.each(faulty)('%s: %s is refused as %s', (_, number, fault, sentence) => {
    const reading = readCitizenNumber(number, ON)
    expect(reading.ok ? null : reading.problem.fault).toBe(fault)
    expect(reading.ok ? '' : reading.problem.message).toMatch(sentence)
  })

  test('is 130 on the last day it is accepted', () => {
    const number = syntheticCitizenNumber({ addressCode: '530112', birthDate: '1894-10-01', sex: '2', sequence: 3 })
    expect(readCitizenNumber(number, ON).ok).toBe(true)
    expect(readCitizenNumber(number, '2025-10-01').ok).toBe(false)
  })

  test('is normalised, and only in what cannot change its meaning', () => {
    expect(normaliseIdentityNumber(' １１０１０５ 19491231-002ｘ　')).toBe('11010519491231002X')
    expect(normaliseIdentityNumber('11010519491231002x')).toBe('11010519491231002X')
    expect(normaliseIdentityNumber('1101O5')).toBe('1101O5')
  })

  test('made for any person is read back as that person', () => {
    fc.assert(
      fc.property(person, (one) => {
        const number = syntheticCitizenNumber(one)
        expect(readCitizenNumber(number, ON)).toEqual({ ok: true, number, addressCode: one.addressCode, birthDate: one.birthDate, sex: one.sex })
      }),
    )
  })

  test('with any one digit changed is never accepted', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
        const number = syntheticCitizenNumber(one)
        const digit = number.charAt(at) === 'X' ? 10 : Number(number.charAt(at))
        const changed = number.slice(0, at) + String((digit + by) % 10) + number.slice(at + 1)
        fc.pre(changed !== number)
        expect(readCitizenNumber(changed, ON).ok).toBe(false)
      }),
    )
  })

  test('with two neighbouring digits exchanged is never accepted', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 15 }), (one, at) => {
        const number = syntheticCitizenNumber(one)
        fc.pre(number.charAt(at) !== number.charAt(at + 1))
        const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
        expect(readCitizenNumber(swapped, ON).ok).toBe(false)
      }),
    )
  })

  test('any text at all gets an answer, with a sentence when refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const reading = readCitizenNumber(text, ON)
        expect(reading.ok || reading.problem.message.length > 5).toBe(true)
      }),
    )
  })
})

describe('a legacy number of 15 digits', () => {
  test.each([
    ['530112410315002', '530112194103150021'],
    ['530112980315996', '530112189803159960'],
  ])('%s becomes %s', (legacy, number) => {
    const reading = readLegacyNumber(legacy)
    expect(reading.ok ? reading.number : reading.problem).toBe(number)
  })

  test.each(['53011241031500', '530112411315002', '53011241031500X', ''])('%s is refused', (legacy) => {
    expect(readLegacyNumber(legacy).ok).toBe(false)
  })

  test('keeps the sequence and takes the century from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (sequence) => {
        const reading = readLegacyNumber(`530112200101${String(sequence).padStart(3, '0')}`)
        expect(reading.ok && reading.birthDate.slice(0, 2)).toBe(sequence >= 996 ? '18' : '19')
      }),
    )
  })
})

describe('the schema', () => {
  test('stores the normalised number', () => {
    expect(IdentityNumber.parse(' 11010519491231002x ')).toBe('11010519491231002X')
  })

  test('answers with the sentence of the fault', () => {
    const answer = IdentityNumber.safeParse('530112194103150022')
    expect(answer.error?.issues[0]?.message).toMatch(/校验码/)
    expect(IdentityNumber.safeParse(undefined).error?.issues[0]?.message).toBe('请填写公民身份号码（18 位）。')
    expect(IdentityNumber.safeParse('1'.repeat(5_000)).success).toBe(false)
  })

  test('refuses the unborn only where the business date is known', () => {
    const number = syntheticCitizenNumber({ addressCode: '530112', birthDate: '2026-01-01', sex: '1', sequence: 1 })
    expect(IdentityNumber.safeParse(number).success).toBe(true)
    expect(identityNumberOn(ON).safeParse(number).success).toBe(false)
    expect(() => requireCitizenNumber(number, ON, 'members.0.idNumber')).toThrow(
      expect.objectContaining({ code: 'invalid-input', errors: [expect.objectContaining({ field: 'members.0.idNumber' })] }),
    )
  })
})

describe('other documents', () => {
  test.each([
    ['2', '530112201206010016', true],
    ['3', 'e12345678', true],
    ['3', 'E123;DROP', false],
    ['4', 'H12345678', true],
    ['4', 'X12345678', false],
    ['5', '12345678', true],
    ['6', '810000199001010018', false],
    ['7', 'CHN110000000001', true],
    ['8', 'P530112345', true],
    ['9', 'XS2025000001', true],
    ['9', '', false],
  ] as const)('type %s number %s: accepted %s', (type, number, accepted) => {
    expect(readIdentityDocument(type, number, ON).ok).toBe(accepted)
  })

  test('a residence permit for Hong Kong is checked like a citizen number and begins with 81', () => {
    const body = '81000019900101001'
    expect(readIdentityDocument('6', body + checkCharacter(body), ON)).toMatchObject({ ok: true, birthDate: '1990-01-01', sex: '1' })
    expect(readIdentityDocument('6', '530112194103150021', ON)).toMatchObject({ ok: false, problem: { fault: 'wrong-form' } })
  })

  test('the problem of a document stands at its number', () => {
    expect(IdentityDocument.parse({ type: '3', number: 'e1234 5678' })).toEqual({ type: '3', number: 'E12345678' })
    expect(IdentityDocument.safeParse({ type: '1', number: '12' }).error?.issues[0]?.path).toEqual(['number'])
    expect(IdentityDocument.safeParse({ type: '0', number: '12' }).error?.issues[0]?.message).toBe('请从列表中选择证件类型')
  })
})

describe('age', () => {
  test.each([
    ['2012-06-01', '2025-05-31', 12],
    ['2012-06-01', '2025-06-01', 13],
    ['2004-02-29', '2025-02-28', 20],
    ['2004-02-29', '2025-03-01', 21],
    ['2025-09-30', '2025-09-30', 0],
  ])('of one born %s on %s is %i', (birthDate, on, age) => {
    expect(ageOn(birthDate, on)).toBe(age)
  })
})
