import { expect, test } from 'vitest'
import { barsOf, moneyWords } from './bars'

const FUNDS = [{ key: 'central', title: '中央' }, { key: 'county', title: '区级' }]
const month = (label: string, central?: number, county?: number) => ({ key: label, label, values: { central, county } })

test('the longest bar fills the scale, the others in proportion, each part with its share', () => {
  expect(barsOf([month('8月', 300, 100), month('9月', 200)], FUNDS).map(({ total, parts }) => [total, ...parts.map(({ series, length }) => [series, length])])).toEqual([
    [400, ['central', 75], ['county', 25]],
    [200, ['central', 50]],
  ])
})
test('nothing at all has no length instead of dividing by it', () => expect(barsOf([month('8月')], FUNDS)).toEqual([{ key: '8月', label: '8月', total: 0, parts: [] }]))
test('money is said in yuan', () => expect(moneyWords(123450)).toMatch(/^1,?234\.50 元$/))
