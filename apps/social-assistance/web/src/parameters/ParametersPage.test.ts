import { PARAMETER } from '@xishan/social-assistance-contract'
import { useSession } from '@xishan/web-kit'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ParametersPage from './ParametersPage.vue'

const ID = '01a209d0-4fcb-7d9c-bb70-7a896d00221c'
const current = { key: PARAMETER.standard.URBAN, version: 2, value: 63000, unit: 'fen', effectiveFrom: '2020-01-01', effectiveTo: null, sourceMark: 'seed', source: '规划', title: '城镇标准', note: '' }
const parameter = { key: current.key, title: current.title, unit: 'fen', group: '保障标准', current, versions: [current] }
const proposal = {
  id: ID, version: 1, key: current.key, title: current.title, unit: 'fen', value: 65000, effectiveFrom: '2026-01-01', source: '某文件', sourceMark: 'law', note: '', state: 'PROPOSED',
  proposedBy: '王春梅', proposedOn: '2025-09-30', decidedBy: null, decidedOn: null, opinion: '', actions: ['approve', 'reject'],
}
const decided = { ...proposal, version: 2, state: 'REJECTED', decidedBy: '周文静', decidedOn: '2025-09-30', opinion: '依据不足', actions: [] }
const stale = { type: 'about:blank', title: '内容已被他人更新', status: 409, detail: '周文静已更新了此记录。', code: 'stale-version' }

const sent: unknown[] = []
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
function answer(url: string, { method = 'GET', body }: RequestInit = {}) {
  if (method === 'GET') return json({ on: '2025-09-30', parameters: [parameter], proposals: [sent.length === 0 ? proposal : decided] })
  sent.push([url, JSON.parse(String(body))])
  return json(stale, 409)
}

let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'director', username: 'director', name: '和建国', office: '', roles: ['DIRECTOR'], scope: '530112', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  localStorage.clear()
  sent.length = 0
  vi.stubGlobal('fetch', vi.fn(answer))
})
afterEach(() => vi.unstubAllGlobals())

test('who is second to decide reads who was first, and keeps what was typed', async () => {
  const page = mount(ParametersPage, { global: { plugins: [pinia], stubs: { RouterLink: true } }, attachTo: document.body })
  const dialog = () => document.querySelector<HTMLElement>('.action-dialog')
  await vi.waitFor(() => expect(page.text()).toContain('630.00 元'))
  const approve = page.findAll('.case-actions button').find((button) => button.text() === '批准')
  await approve?.trigger('click')
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('650.00 元'))
  expect(dialog()?.textContent).toContain('法规规定')

  const opinion = dialog()?.querySelector('textarea')
  if (!opinion) throw new Error('the dialog has no field for the opinion')
  opinion.value = '同意按程序执行'
  opinion.dispatchEvent(new Event('input'))
  await flushPromises()
  dialog()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))

  await vi.waitFor(() => expect(dialog()?.textContent).toContain('周文静已更新了此记录。'))
  expect(sent).toEqual([[`/api/social-assistance/parameters/proposals/${ID}/approval`, { version: 1, opinion: '同意按程序执行' }]])
  expect(dialog()?.querySelector('textarea')?.value).toBe('同意按程序执行')
  expect(page.text()).not.toContain('待审批的调整')
  page.unmount()
})
