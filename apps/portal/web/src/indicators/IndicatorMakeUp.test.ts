import type { Role } from '@xishan/domain'
import type { IndicatorDetail } from '@xishan/portal-contract'
import { useSession } from '@xishan/web-kit'
import { mount, RouterLinkStub } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { anIndicator, counted } from '../plan/testing/indicator'
import IndicatorMakeUp from './IndicatorMakeUp.vue'

const components = [
  { key: 'IN_PAY', label: '在保家庭', value: 4727, unit: '户' },
  { key: 'OWED', label: '超过法定期限仍未享受待遇的家庭', value: 0, unit: '户' },
  { label: '平均时长', value: 21.5, unit: '天' },
]
const detail = (given: Partial<IndicatorDetail> = {}): IndicatorDetail => ({
  ...anIndicator(1, counted(100, { components, note: '本系统所计的口径' }), 'ON_PATH'), formula: '规划的口径', formulaNote: '', history: [], points: [], ...given,
})

beforeEach(() => setActivePinia(createPinia()))

function seenBy(role: Role, indicator = detail()) {
  useSession().enter({ id: '1', username: 'a', name: '甲', office: '', roles: [role], scope: '530112', idleMinutes: 30 })
  return mount(IndicatorMakeUp, { props: { indicator }, global: { stubs: { RouterLink: RouterLinkStub } } })
}
const links = (shown: ReturnType<typeof seenBy>) => shown.findAllComponents(RouterLinkStub).map((link) => link.props('to'))

test('the head goes from each part to the records counted in it, where there are any', () => {
  expect(links(seenBy('DIRECTOR'))).toEqual([
    { path: '/portal/indicators/1/records', query: { component: 'IN_PAY' } },
    { path: '/portal/indicators/1/records', query: {} },
  ])
})
test('finance reads the numbers but no records', () => {
  const shown = seenBy('FINANCE')
  expect(shown.text()).toContain('4,727 户')
  expect(links(shown)).toEqual([])
})
test('the line’s own word on what it counted stands, and the plan’s where nothing was counted', () => {
  expect(seenBy('DIRECTOR').find('.formula').text()).toBe('本系统所计的口径')
  expect(seenBy('DIRECTOR', detail({ reading: { kind: 'NONE', note: '' } })).find('.formula').text()).toBe('规划的口径')
})
test('a number known to be incomplete keeps the plan’s formula beside the warning', () => {
  expect(seenBy('DIRECTOR', detail({ reading: counted(100, { components, complete: false, note: '缺马街街道' }) })).find('.formula').text()).toBe('规划的口径')
})
