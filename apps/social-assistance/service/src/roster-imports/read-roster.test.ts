import { PlaceNames } from '@xishan/service-kit'
import { describe, expect, it } from 'vitest'
import { findHead } from './find-head'
import { PlaceFinder } from './find-place'
import { readCategory, readRelation, readResidence } from './read-codes'
import { readName, readPersonNumber } from './read-person'
import { hideDigits } from './row-problem'

const version = (code: string, name: string) => ({ code, name, validFrom: null, validTo: null })
const NAMES = [
  ['530112', '西山区'], ['530112001', '西苑街道'], ['530112001001', '凯苑社区居委会'], ['530112001002', '永昌社区居委会'], ['530112002', '马街街道'], ['530112002001', '永昌社区居委会'], ['530112002201', '普坪村委会'],
] as const
const places = new PlaceFinder(new PlaceNames(NAMES.map(([code, name]) => version(code, name)), '2025-09-30'))

describe('a place', () => {
  it.each([
    ['西苑街道', '凯苑社区居委会', '530112001001'],
    ['西苑街道办事处', '凯苑社区', '530112001001'],
    ['西苑', '凯苑', '530112001001'],
    ['', '凯苑社区居民委员会', '530112001001'],
    ['', '西苑街道凯苑社区', '530112001001'],
    ['', '530112001001', '530112001001'],
    ['马街街道', '永昌社区', '530112002001'],
    ['马街', '普坪村', '530112002201'],
    ['　西苑街道 ', ' 凯 苑 社 区', '530112001001'],
  ])('%s %s is %s', (street, community, code) => expect(places.find(street, community)).toEqual({ ok: true, code }))

  it.each([
    ['西苑街道', '凯宛社区', 'community', '西苑街道没有“凯宛社区”，最接近的是“凯苑社区”，请改正'],
    ['西园街道', '凯苑社区', 'street', '没有“西园街道”这个街道，最接近的是“西苑街道”，请改正'],
    ['', '永昌社区', 'street', '不止一个街道有“永昌社区”，请填写街道列'],
    ['马街街道', '凯苑社区', 'community', '马街街道没有“凯苑社区”'],
  ])('%s %s is told', (street, community, field, message) => expect(places.find(street, community)).toMatchObject({ ok: false, field, message: expect.stringContaining(message) }))
})

describe('codes', () => {
  it.each([['户主', '0'], ['妻', '1'], ['长子', '2'], ['养女', '3'], ['岳母', '5'], ['儿媳', '8'], ['0', '0'], ['', null]])('relation %s is %s', (text, code) => expect(readRelation(text)).toEqual({ ok: true, value: code }))
  it.each([['城镇', 'URBAN'], ['城市低保', 'URBAN'], ['农村', 'RURAL'], ['农业', 'RURAL']])('residence %s is %s', (text, code) => expect(readResidence(text)).toEqual({ ok: true, value: code }))
  it.each([['A', 'A'], ['b类', 'B'], ['Ｃ', 'C'], ['A类（长期保障）', 'A']])('category %s is %s', (text, code) => expect(readCategory(text)).toEqual({ ok: true, value: code }))
  it.each([[readRelation, '邻居'], [readResidence, '城乡'], [readCategory, '一类'], [readCategory, 'D'], [readRelation, 'constructor']])('%# %s is not guessed', (read, text) => expect(read(text)).toMatchObject({ ok: false }))
})

describe('a person', () => {
  it('has a number of 18 characters, or one of 15 digits that is converted and told', () => {
    expect(readPersonNumber('５３０１１２１９４１０３１５００２１', '2025-09-30')).toMatchObject({ ok: true, value: { number: '530112194103150021', legacy: null } })
    expect(readPersonNumber('530112410315002', '2025-09-30')).toMatchObject({ ok: true, value: { number: '530112194103150021', legacy: '530112410315002' } })
    expect(readPersonNumber('530112194103150022', '2025-09-30')).toMatchObject({ ok: false })
    expect(readPersonNumber('', '2025-09-30')).toEqual({ ok: true, value: null })
  })
  it.each([[' 张 三 ', '张三'], ['阿依古丽·买买提', '阿依古丽·买买提'], ['𠮷田', '𠮷田'], ['John Smith', 'John Smith']])('named %s is %s', (text, name) => expect(readName(text)).toEqual({ ok: true, value: name }))
  it.each(['', '530112194103150021', '=1+1', '张三（户主）'])('is not named %s', (text) => expect(readName(text)).toMatchObject({ ok: false }))
  it('shows no long run of digits', () => expect(hideDigits('证件 530112194103150021 和 6231900000012345676，月份 2025-09')).toBe('证件 530*************21 和 623**************76，月份 2025-09'))
})

const row = (number: number, cells: (string | null)[], merged: number[] = []) => ({ number, cells, refusals: merged.map((column) => ({ cell: '', column, kind: 'merged' as const, message: '' })) })

describe('the head', () => {
  it('is found below titles, above data', () =>
    expect(findHead([row(1, ['西山区在保名册']), row(2, ['单位：元', null, '姓名']), row(4, ['姓名', '身份证号', '金额']), row(5, ['张三', '530112194103150021', '630'])], 'IN_PAY')).toEqual({ row: 4, heads: ['姓名', '身份证号', '金额'] }))
  it('has two rows when cells reach from one into the other', () =>
    expect(findHead([row(1, ['姓名', '身份证号', '账户'], [0, 1, 2, 3]), row(2, [null, null, '开户行', '账号'], [0, 1])], 'IN_PAY')).toEqual({ row: 2, heads: ['姓名', '身份证号', '账户 开户行', '账号'] }))
  it('is not made up', () => expect(findHead([row(1, ['张三', '李四'])], 'IN_PAY')).toBeUndefined())
})
