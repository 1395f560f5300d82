import { expect, test } from 'vitest'
import { ageInWords, difference, figure } from './figures'

test.each([
  [99.9989, '%', '99.99%'],
  [100, '%', '100%'],
  [69.35, '%', '69.35%'],
  [1000, '人', '1,000 人'],
  [150.5, '万元', '150.5 万元'],
  [0, '个', '0 个'],
  [null, '%', '—'],
])('%s%s reads %s', (value, unit, words) => expect(figure(value, unit)).toBe(words))

test.each([
  [69.1, 74, '%', '-4.9 个百分点'],
  [80, 74, '%', '+6 个百分点'],
  [870, 872, '人', '-2 人'],
  [100, 100, '%', '0 个百分点'],
])('%s against %s is %s', (value, from, unit, words) => expect(difference(value, from, unit)).toBe(words))

const now = Date.parse('2025-09-30T12:00:00Z')
test.each([
  ['2025-09-30T11:59:30Z', '刚刚'],
  ['2025-09-30T11:35:00Z', '25 分钟前'],
  ['2025-09-30T09:30:00Z', '2 小时前'],
  ['2025-09-29T11:00:00Z', '25 小时前'],
  ['2025-09-25T11:00:00Z', '5 天前'],
  ['2025-09-30T12:00:09Z', '刚刚'],
])('%s was %s', (instant, words) => expect(ageInWords(instant, now)).toBe(words))
