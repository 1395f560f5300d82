import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import DifferencePanel from './DifferencePanel.vue'

const difference = { beforeFen: 63000, afterFen: 132300, changeFen: 69300, joined: ['郑小合'], left: [], supplements: [{ name: '郑小合', beforeFen: 0, afterFen: 6300 }], conditions: [{ title: '家庭人均月收入', before: ['原来的话'], after: ['现在的话'] }] }

test('what changes is said: the amount, who joined, the supplement, and which conditions read otherwise', () => {
  const text = mount(DifferencePanel, { props: { difference, result: 'pass' } }).text()
  for (const words of ['630.00 元', '1,323.00 元', '增加 693.00 元', '新增 郑小合', '0.00 元 → 63.00 元', '1 项条件与原认定依据不同', '现在的话']) expect(text).toContain(words)
})

test('an amount is not promised where something is unknown or the household is out', () => {
  expect(mount(DifferencePanel, { props: { difference, result: 'unknown', isFilled: false } }).text()).toMatch(/尚未填写本次核实的情况.*尚不能得出/s)
  expect(mount(DifferencePanel, { props: { difference, result: 'fail' } }).text()).toContain('不再符合条件')
})
