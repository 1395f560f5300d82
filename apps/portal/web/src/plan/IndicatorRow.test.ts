import { FINAL_STATUS_WORDS, type IndicatorView } from '@xishan/portal-contract'
import { mount, RouterLinkStub } from '@vue/test-utils'
import { expect, test } from 'vitest'
import IndicatorRow from './IndicatorRow.vue'
import { anIndicator, counted, entered } from './testing/indicator'

const during = { baseYear: 2020, targetYear: 2025, ended: false }
const after = { ...during, ended: true }
const now = Date.parse('2025-09-30T04:05:00.000Z')

const row = (indicator: IndicatorView, plan = during) => mount(IndicatorRow, { props: { indicator, plan, now }, global: { stubs: { RouterLink: RouterLinkStub, ElIcon: true } } })

test('an entered number shows how it stands in words, its cut-off, section and source, and leads to its page', () => {
  const shown = row(anIndicator(11, entered(65), 'BEHIND'))
  expect(shown.text()).toContain('落后序时进度')
  for (const words of ['2020 基数50%', '2025 序时80%', '当前65%', '2025 目标80%', '数据截止 2025-09-30', '养老服务科', '填报·已复核', '预期性']) expect(shown.text()).toContain(words)
  expect(shown.findComponent(RouterLinkStub).props('to')).toBe('/portal/indicators/11')
})
test('a binding one is marked in words', () => {
  expect(row(anIndicator(1, counted(100), 'ON_PATH')).find('.binding').text()).toBe('约束性')
})
test('one that nobody reported shows a dash, no mark and no cut-off', () => {
  const shown = row(anIndicator(3, { kind: 'NONE', note: '' }, 'NOT_REPORTED'))
  expect(shown.find('dl .now dd').text()).toBe('—')
  expect(shown.find('svg circle.now').exists()).toBe(false)
  expect(shown.text()).not.toContain('数据截止')
})
test('a rate of nothing does not become zero', () => {
  expect(row(anIndicator(1, counted(null), 'NOT_APPLICABLE')).find('dl .now dd').text()).toBe('—')
})
test('a number that is not today’s says how old it is', () => {
  expect(row(anIndicator(1, counted(99.8, { stale: '社会救助暂时无法连接。' }), 'BEHIND')).text()).toContain('显示 2 小时前的数据')
})
test('a line that knows of missing records says so', () => {
  expect(row(anIndicator(1, counted(99.8, { complete: false }), 'BEHIND')).text()).toContain('数据不完整')
})
test('after the plan there is no path, the value is the final one or marked as not', () => {
  const unfinished = anIndicator(11, entered(65), 'BEHIND', { statusWords: FINAL_STATUS_WORDS.BEHIND })
  const shown = row(unfinished, after)
  expect(shown.text()).toContain('未完成目标')
  expect(shown.text()).not.toContain('序时')
  expect(shown.find('svg .path').exists()).toBe(false)
  expect(shown.text()).toContain('期末65%')
  expect(shown.text()).toContain('非期末数')
  expect(row({ ...unfinished, final: true }, after).text()).not.toContain('非期末数')
})
test('a target that a ruling put in place of the table’s shows both', () => {
  expect(row(anIndicator(11, entered(65), 'BEHIND', { target: 100, targetInTable: 80 })).text()).toContain('规划表为 80%')
})
