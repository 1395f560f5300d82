import { describe, expect, it } from 'vitest'
import { traceGroups, valueInWords } from './trace-words'

describe('a value that a rule looked at', () => {
  it.each([
    [{ value: 63000, unit: 'fen' as const }, '630.00 元'],
    [{ value: null, unit: 'fen' as const }, '未查明'],
    [{ value: true, unit: 'boolean' as const }, '是'],
    [{ value: 3, unit: 'people' as const }, '3 人'],
    [{ value: 12.5, unit: 'percent' as const }, '12.5%'],
    [{ value: '2025-09-30', unit: 'date' as const }, '2025-09-30'],
  ])('%o reads %s', (input, words) => expect(valueInWords(input)).toBe(words))
})

it('groups steps by the front part of their rule’s code, in their order', () => {
  const step = (rule: string) => ({ rule, version: '1', result: 'pass' as const, inputs: [], parameters: [] })
  const groups = traceGroups([step('income.counted'), step('property.homes'), step('income.member')], { income: '家庭收入' })
  expect(groups.map(({ title, steps }) => [title, steps.map(({ rule }) => rule)])).toEqual([
    ['家庭收入', ['income.counted', 'income.member']],
    ['', ['property.homes']],
  ])
})
