import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kindOfCode, spokenName, type Division } from './division'
import { DivisionCode, levelOf, parentCode, readDivisionCode, streetCode } from './division-code'
import { DivisionTree } from './division-tree'

const division = (code: string, name: string, more: Partial<Division> = {}): Division => ({
  code,
  name,
  kind: kindOfCode(code),
  validFrom: null,
  validTo: null,
  predecessors: [],
  successors: [],
  inPlanDenominator: false,
  ...more,
})

/** One community is divided in two on 1 July 2022, and one of the two is renamed in 2024. */
const VERSIONS = [
  division('530112', '西山区'),
  division('530112003', '金碧街道'),
  division('530112003002', '金碧社区居委会', { inPlanDenominator: true }),
  division('530112003020', '旧社区居委会', { validTo: '2022-07-01', successors: ['530112003021', '530112003022'] }),
  division('530112003021', '东社区居委会', { validFrom: '2022-07-01', predecessors: ['530112003020'] }),
  division('530112003022', '西社区居委会', { validFrom: '2022-07-01', validTo: '2024-01-01', predecessors: ['530112003020'] }),
  division('530112003022', '新西社区居委会', { validFrom: '2024-01-01' }),
  division('530112403', '昆明滇池国家旅游度假区'),
]
const tree = new DivisionTree(VERSIONS, '2025-09-30')
const codes = (divisions: Division[]) => divisions.map(({ code }) => code)

describe('division codes', () => {
  test.each([
    ['530112', '530112', 'district'],
    ['530112000', '530112', 'district'],
    ['530112000000', '530112', 'district'],
    ['530112001000', '530112001', 'street'],
    [' 530112403 ', '530112403', 'street'],
    ['530112003002', '530112003002', 'community'],
  ])('%s is %s, a %s', (text, code, level) => {
    expect(readDivisionCode(text)).toEqual({ ok: true, code, level })
    expect(DivisionCode.parse(text)).toBe(code)
  })

  test.each([
    ['5301', /现为 4 位/],
    ['53011200', /现为 8 位/],
    ['530112A01', /全部为数字/],
    ['030112', /首位不能为 0/],
    ['', /全部为数字/],
  ])('%s is refused', (text, sentence) => {
    expect(DivisionCode.safeParse(text).error?.issues[0]?.message).toMatch(sentence)
  })

  test('know their level, parent, street and kind', () => {
    expect([levelOf('530112003002'), parentCode('530112003002'), streetCode('530112003002')]).toEqual(['community', '530112003', '530112003'])
    expect([parentCode('530112'), streetCode('530112')]).toEqual([null, null])
    expect(['530112', '530112001', '530112403', '530112003002', '530112010201'].map(kindOfCode)).toEqual(['district', 'street', 'functional-zone', 'community', 'village'])
    expect(() => levelOf('5301')).toThrow(RangeError)
  })

  test.each([
    ['金碧社区居委会', '金碧社区'],
    ['谷律社区居民委员会', '谷律社区'],
    ['某某村民委员会', '某某'],
    ['金碧街道', '金碧街道'],
  ])('%s is spoken %s', (name, spoken) => {
    expect(spokenName(name)).toBe(spoken)
  })
})

describe('the tree on a date', () => {
  test('finds children, paths and names', () => {
    expect(codes(tree.childrenOf('530112'))).toEqual(['530112003', '530112403'])
    expect(codes(tree.pathOf('530112003002'))).toEqual(['530112', '530112003', '530112003002'])
    expect([tree.fullName('530112003002'), tree.fullName('530112')]).toEqual(['金碧街道金碧社区居委会', '西山区'])
    expect(codes(tree.ofLevel('street'))).toEqual(['530112003', '530112403'])
    expect(codes(tree.within('530112003'))).toEqual(['530112003', '530112003002', '530112003021', '530112003022'])
    expect(codes(tree.planCommunities('530112'))).toEqual(['530112003002'])
  })

  test('shows each date its own divisions', () => {
    expect(tree.find('530112003020')).toBeUndefined()
    expect(tree.at('2022-06-30').get('530112003020').name).toBe('旧社区居委会')
    expect(tree.at('2022-06-30').find('530112003021')).toBeUndefined()
    expect(codes(tree.at('2022-07-01').childrenOf('530112003'))).toEqual(['530112003002', '530112003021', '530112003022'])
    expect([tree.at('2023-12-31'), tree].map((each) => each.get('530112003022').name)).toEqual(['西社区居委会', '新西社区居委会'])
    expect(() => tree.get('530112003020')).toThrow(RangeError)
  })

  test('leads from a code that was given up to those in its place', () => {
    expect(codes(tree.successorsOf('530112003020'))).toEqual(['530112003021', '530112003022'])
    expect(codes(tree.successorsOf('530112003002'))).toEqual(['530112003002'])
    expect(tree.successorsOf('530112003099')).toEqual([])
    const circle = [division('530112001001', '甲', { validTo: '2020-01-01', successors: ['530112001002'] }), division('530112001002', '乙', { validTo: '2020-01-01', successors: ['530112001001'] })]
    expect(new DivisionTree(circle, '2021-01-01').successorsOf('530112001001')).toEqual([])
  })

  test('holds at most one division of a code on any date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2030 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const on = `${year}-${String(month).padStart(2, '0')}-15`
        const held = codes(new DivisionTree(VERSIONS, on).within('530112'))
        expect(new Set(held).size).toBe(held.length)
      }),
    )
  })
})
