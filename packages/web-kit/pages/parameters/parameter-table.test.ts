import type { ParameterVersion, ParameterView } from '@xishan/domain'
import { describe, expect, test } from 'vitest'
import { comingVersion, countAssumed, parameterGroups } from './parameter-table'

const version = (effectiveFrom: string, sourceMark: ParameterVersion['sourceMark'] = 'law'): ParameterVersion => ({
  key: 'k', version: 1, value: 1, unit: 'count', effectiveFrom, effectiveTo: null, sourceMark, source: '民发〔2021〕57号', title: '', note: '',
})
const parameter = (title: string, group: string, sourceMark: ParameterVersion['sourceMark']): ParameterView => {
  const current = version('2021-07-01', sourceMark)
  return { key: title, title, unit: 'count', group, current, versions: [current] }
}
const PARAMETERS = [parameter('公示期', '公示', 'law'), parameter('住房套数限额', '家庭财产', 'assumption'), parameter('城镇标准', '保障标准', 'seed'), parameter('新添', '其他', 'assumption')]
const READING = { groups: { standard: '保障标准', property: '家庭财产', posting: '公示' }, keys: ['standard.urban', 'standard.rural'] }
const titlesOf = (words: string, onlyAssumed = false) => parameterGroups(READING, PARAMETERS, { words, onlyAssumed }).map(({ title, parameters }) => [title, parameters.length])

describe('the table of parameters', () => {
  test('goes by group in the order of the rules', () => expect(titlesOf('')).toEqual([['保障标准', 1], ['家庭财产', 1], ['公示', 1], ['其他', 1]]))
  test('goes within a group in the order of the rules', () => {
    const standards = ['standard.rural', 'unknown', 'standard.urban'].map((key) => ({ ...parameter(key, '保障标准', 'seed'), key }))
    expect(parameterGroups(READING, standards, { words: '', onlyAssumed: false })[0]?.parameters.map(({ key }) => key)).toEqual(['standard.urban', 'standard.rural', 'unknown'])
  })
  test('is narrowed by words of the title or the source', () => {
    expect(titlesOf(' 住房')).toEqual([['家庭财产', 1]])
    expect(titlesOf('57号')).toHaveLength(4)
    expect(titlesOf('没有')).toEqual([])
  })
  test('shows what is not yet confirmed', () => {
    expect(titlesOf('', true)).toEqual([['家庭财产', 1], ['其他', 1]])
    expect(countAssumed(PARAMETERS)).toBe(2)
  })
})

describe('the coming version', () => {
  const versions = [version('2027-01-01'), version('2026-01-01'), version('2021-01-01')]
  test('is the nearest after the day', () => expect(comingVersion({ versions }, '2025-09-30')?.effectiveFrom).toBe('2026-01-01'))
  test('is not the one that begins on the day', () => expect(comingVersion({ versions }, '2026-01-01')?.effectiveFrom).toBe('2027-01-01'))
  test('may be missing', () => expect(comingVersion({ versions }, '2027-01-01')).toBeUndefined())
})
