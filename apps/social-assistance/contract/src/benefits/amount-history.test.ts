import { addToMonth, monthRange } from '@xishan/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountFor, amountSpans } from './amount-history'

const row = (fromMonth: string, sequence: number, amountFen: number) => ({ fromMonth, sequence, amountFen })

describe('what a month is worth', () => {
  const rows = [row('2025-01', 1, 100), row('2025-06', 2, 200), row('2025-03', 3, 300)]

  it.each([
    ['2024-12', undefined],
    ['2025-01', 100],
    ['2025-02', 100],
    ['2025-03', 300],
    ['2025-06', 300],
  ])('is in %s %s: the decision that came last', (month, amount) => expect(amountFor(rows, month)?.amountFen).toBe(amount))

  it('is told in spans, without what never counted', () => {
    expect(amountSpans(rows, '2025-09')).toEqual([
      { ...row('2025-01', 1, 100), toMonth: '2025-02' },
      { ...row('2025-03', 3, 300), toMonth: '2025-09' },
    ])
  })

  it('counts, of the rows of one record, the one that begins last', () => {
    expect(amountSpans([row('2025-01', 1, 100), row('2025-04', 1, 150)], null)).toEqual([{ ...row('2025-01', 1, 100), toMonth: '2025-03' }, { ...row('2025-04', 1, 150), toMonth: null }])
  })
})

const months = monthRange('2025-01', '2026-06')
const history = fc.array(fc.nat(months.length - 1), { minLength: 1, maxLength: 12 }).map((starts) => starts.map((start, at) => row(months[start] ?? '2025-01', at + 1, (at + 1) * 100)))

it('the spans say of every month what its latest decision says', () => {
  fc.assert(
    fc.property(history, (rows) => {
      const spans = amountSpans(rows, null)
      for (const month of months) {
        const covering = spans.filter(({ fromMonth, toMonth }) => fromMonth <= month && (toMonth === null || month <= toMonth))
        expect(covering.map(({ amountFen }) => amountFen)).toEqual(rows.filter((one) => one === amountFor(rows, month)).map(({ amountFen }) => amountFen))
      }
      expect(spans.slice(1).every(({ fromMonth }, at) => spans[at]?.toMonth === addToMonth(fromMonth, -1))).toBe(true)
    }),
  )
})
