import { expect, test } from 'vitest'
import { payStanding } from './pay-standing'

test.each([
  ['2025-10', null, '待起发'],
  ['2025-09', null, '在保'],
  ['2024-01', '2025-09', '在保'],
  ['2024-01', '2025-08', '已停发'],
] as const)('paid from %s to %s: on 2025-09-30 %s', (fromMonth, toMonth, standing) => {
  expect(payStanding({ fromMonth, toMonth }, '2025-09-30')).toBe(standing)
})
