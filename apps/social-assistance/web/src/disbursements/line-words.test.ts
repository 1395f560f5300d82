import { expect, it } from 'vitest'
import { basisOf, checksOf } from './line-words'

const trace = { month: '2025-09', parameters: { 'subsistence.recovery.offset-share': 1 }, checks: { ALIVE: true, DEVIATION: false } }

it('a regular line says since when, why, what changed and what was kept back', () => {
  const amount = { fen: 63000, from: '2025-03', sequence: 2, reason: '收入变化' }
  expect(basisOf({ amountFen: 63000, offsetFen: 10000, payFen: 53000, trace: { ...trace, amount, lastFen: 60000, offset: { recovery: 'r', limitFen: 12600 } } })).toEqual([
    '应发 630.00 元：自2025年3月起的月保障金，收入变化',
    '追回抵扣 100.00 元，本条最多可抵扣 126.00 元',
    '上月当月保障金 600.00 元，本月增加 30.00 元',
    '实发 530.00 元',
  ])
})

it('what is due besides says its cause', () => {
  expect(basisOf({ amountFen: 1200, offsetFen: 0, payFen: 1200, trace: { ...trace, payable: { causeKind: 'CORRECTION', cause: '上月漏计分类施保', createdOn: '2025-09-20' }, hold: { ground: 'OTHER', from: '2025-09' } } })).toEqual([
    '应发 12.00 元：上月漏计分类施保（2025-09-20 登记）',
    '自2025年9月起缓发',
    '实发 12.00 元',
  ])
})

it('checks that were made say whether they passed, in their order', () => {
  expect(checksOf({ trace })).toEqual([{ title: '疑似已故', passed: true }, { title: '金额与上月相差过大', passed: false }])
})
