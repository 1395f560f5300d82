import { expect, test } from 'vitest'
import { CIRCLES, circleOf, isCircle } from './circles'

test.each(Object.keys(CIRCLES).filter(isCircle))('the filters of %s lead back to it', (circle) => {
  expect(circleOf(CIRCLES[circle].filters)).toBe(circle)
})

test('choosing a circle takes the former one back', () => {
  const filters = { q: '王', ...CIRCLES.mine.filters }
  expect(circleOf(Object.assign(filters, CIRCLES.decided.filters))).toBe('decided')
  expect(filters.q).toBe('王')
})
