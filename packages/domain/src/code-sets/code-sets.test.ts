import { describe, expect, test } from 'vitest'
import { ID_DOCUMENT_TYPE } from '../identity-number/document'
import { choices, isCode, label } from './code-set'
import { DISABILITY_CATEGORY, DISABILITY_LEVEL, isLevelThreeOfMind, isSevereDisability } from './disability'
import { ETHNICITY } from './ethnicity'
import { EDUCATION, HEALTH, MARITAL_STATUS, RELATION, SEX } from './personal'

const ALL = { SEX, MARITAL_STATUS, HEALTH, EDUCATION, RELATION, ETHNICITY, DISABILITY_CATEGORY, DISABILITY_LEVEL, ID_DOCUMENT_TYPE }

describe.each(Object.entries(ALL))('code set %s', (_, set) => {
  test('names every code once, and no two alike', () => {
    expect(new Set<string>(set.codes).size).toBe(set.entries.length)
    expect(new Set(set.entries.map(([, text]) => text)).size).toBe(set.entries.length)
  })
})

describe('code sets', () => {
  test.each([
    ['SEX', SEX, 4],
    ['MARITAL_STATUS', MARITAL_STATUS, 8],
    ['EDUCATION', EDUCATION, 8],
    ['RELATION', RELATION, 9],
    ['ETHNICITY', ETHNICITY, 58],
    ['DISABILITY_CATEGORY', DISABILITY_CATEGORY, 7],
    ['DISABILITY_LEVEL', DISABILITY_LEVEL, 4],
    ['ID_DOCUMENT_TYPE', ID_DOCUMENT_TYPE, 9],
  ] as const)('%s has all its codes', (_, set, size) => {
    expect(set.codes).toHaveLength(size)
  })

  test.each([
    [ETHNICITY, '01', '汉族'],
    [ETHNICITY, '03', '回族'],
    [ETHNICITY, '05', '维吾尔族'],
    [ETHNICITY, '07', '彝族'],
    [ETHNICITY, '14', '白族'],
    [ETHNICITY, '56', '基诺族'],
    [SEX, '2', '女'],
    [MARITAL_STATUS, '22', '再婚'],
    [DISABILITY_CATEGORY, '6', '精神残疾'],
    [RELATION, '1', '配偶'],
  ] as const)('%# label is the standard’s', (set, code, text) => {
    expect(label(set, code)).toBe(text)
  })

  test('ethnic codes run from 01 to 56 in the standard’s order', () => {
    expect(ETHNICITY.codes.slice(0, 56)).toEqual(Array.from({ length: 56 }, (_, i) => String(i + 1).padStart(2, '0')))
    expect(choices(ETHNICITY)[0]).toEqual({ value: '01', label: '汉族' })
  })

  test('an unknown code stays readable but is no valid input', () => {
    expect(label(SEX, '7')).toBe('7')
    expect(label(SEX, null)).toBe('')
    expect(isCode(SEX, '7')).toBe(false)
    expect(SEX.schema.safeParse('7').error?.issues[0]?.message).toBe('请从列表中选择性别')
  })

  test('severe disability is level one or two, and level three of the mind where a scheme says so', () => {
    expect(isSevereDisability({ category: '4', level: '2' })).toBe(true)
    expect(isSevereDisability({ category: '6', level: '3' })).toBe(false)
    expect(isLevelThreeOfMind({ category: '6', level: '3' })).toBe(true)
    expect(isLevelThreeOfMind({ category: '4', level: '3' })).toBe(false)
  })
})
