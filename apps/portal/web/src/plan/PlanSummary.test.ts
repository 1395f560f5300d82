import type { Plan } from '@xishan/portal-contract'
import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import LaggingPanel from './LaggingPanel.vue'
import PlanSummary from './PlanSummary.vue'
import { anIndicator, counted, entered } from './testing/indicator'

const none = { kind: 'NONE', note: '' } as const
const plan: Plan = {
  title: '', baseYear: 2020, targetYear: 2025, startsOn: '2021-01-01', endsOn: '2025-12-31', businessDate: '2025-09-30', ended: false, notice: null,
  indicators: [anIndicator(1, counted(99.5), 'BEHIND'), anIndicator(11, entered(79.6), 'SLIGHTLY_BEHIND'), anIndicator(3, none, 'NOT_REPORTED'), anIndicator(18, entered(86), 'ON_PATH')],
  summary: { onPath: 1, slightlyBehind: 1, behind: 1, bindingBehind: 1, notApplicable: 0, notReported: 1 },
  troubles: [],
}
const global = { stubs: { RouterLink: RouterLinkStub, ElIcon: true } }

describe('the summary', () => {
  test('counts each standing in words and names binding ones that lag', () => {
    const tiles = mount(PlanSummary, { props: { plan, modelValue: null }, global }).findAll('button')
    expect(tiles.map((tile) => tile.text())).toEqual(['1落后序时进度其中约束性 1 项', '1略低于序时进度', '1尚未报送', '1达到序时进度'])
  })
  test('shows only one standing when pressed, and all when pressed again', async () => {
    const summary = mount(PlanSummary, { props: { plan, modelValue: null }, global })
    await summary.findAll('button')[2]?.trigger('click')
    expect(summary.emitted('update:modelValue')?.at(-1)).toEqual(['NOT_REPORTED'])
    await summary.setProps({ modelValue: 'NOT_REPORTED' })
    expect(summary.findAll('button')[2]?.attributes('aria-pressed')).toBe('true')
    await summary.findAll('button')[2]?.trigger('click')
    expect(summary.emitted('update:modelValue')?.at(-1)).toEqual([null])
  })
  test('speaks of the target once the plan is over', () => {
    expect(mount(PlanSummary, { props: { plan: { ...plan, ended: true }, modelValue: null }, global }).text()).toContain('未完成目标')
  })
})

describe('what lags', () => {
  test('is named with its distance from the path', () => {
    const rows = mount(LaggingPanel, { props: { plan }, global }).findAll('li')
    expect(rows.map((row) => row.text().replace(/\s+/g, ''))).toEqual(['最低生活保障应保尽保率约束性99.5%-0.5个百分点', '城市、农村社区养老设施覆盖率79.6%-0.4个百分点'])
  })
  test('is not claimed to be nothing while nothing can be judged', () => {
    const unreported = { ...plan, indicators: [anIndicator(3, none, 'NOT_REPORTED')], summary: { ...plan.summary, onPath: 0, behind: 0, slightlyBehind: 0, bindingBehind: 0 } }
    expect(mount(LaggingPanel, { props: { plan: unreported }, global }).text()).toContain('还没有可以判断进度的数值')
  })
})
