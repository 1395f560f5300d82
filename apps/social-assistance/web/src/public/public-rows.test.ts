import { expect, test } from 'vitest'
import { placed, postingStanding } from './public-rows'

test('two rows alike are told apart by their place', () => {
  const row = { applicantName: '王秀英' }
  expect(placed({ rows: [row, row], next: 'c' })).toEqual({ rows: [{ ...row, at: '0' }, { ...row, at: '1' }], next: 'c' })
})

test.each([
  ['2025-10-01', '公示中'],
  ['2025-09-30', '今日期满'],
  ['2025-09-29', '已期满'],
])('a posting until %s on 2025-09-30: %s', (endsOn, standing) => expect(postingStanding({ endsOn }, '2025-09-30')).toBe(standing))
