import type { DeathDetail, DeathFigures, DeathRow, DeathTaskDetail, DeathTaskRow } from '@xishan/social-assistance-contract'
import { useSession } from '@xishan/web-kit'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import DeathPage from './DeathPage.vue'
import DeathTaskPage from './DeathTaskPage.vue'
import DeathTasksPage from './DeathTasksPage.vue'
import DeathsPage from './DeathsPage.vue'

const [ID, TASK, BENEFIT] = ['01a209d0-4fcb-7d9c-bb70-7a896d00221c', '01a209d0-4fcb-7d9c-bb70-7a896d00221d', '01a209d0-4fcb-7d9c-bb70-7a896d00221e']
const row: DeathRow = {
  id: ID, name: '上官凤英', diedOn: '2025-09-20', knownOn: '2025-09-30', source: 'CREMATION', state: 'KNOWN', otherDiedOn: null, revokedOn: null, place: '西苑街道凯苑社区', effects: ['HOLD', 'STOP'], heldFen: 63_000, recoveryFen: 0, openTasks: 1,
}
const { effects: _effects, ...head } = row
const death: DeathDetail = {
  ...head, birthDate: null,
  households: [{
    benefitId: BENEFIT, number: 'XS-SAB-2025-000001', applicantName: '上官凤英', place: '西苑街道凯苑社区',
    effects: [
      { kind: 'HOLD', fromMonth: '2025-10', onDate: '2025-09-30', reversedOn: null, fen: 63_000, path: null },
      { kind: 'STOP', fromMonth: '2025-09', onDate: '2025-09-30', reversedOn: '2025-10-02', fen: 0, path: '/social-assistance/benefit-changes/1' },
    ],
  }],
  tasks: [{ id: TASK, kind: 'RECHECK', number: 'XS-SAM-2025-000007', state: 'AT_STREET', dueOn: '2025-12-20' }],
}
const listed: DeathTaskRow = { id: TASK, kind: 'RECHECK', number: 'XS-SAM-2025-000007', state: 'AT_STREET', dueOn: '2025-12-20', title: '家庭复核：司马玉兰', place: '西苑街道凯苑社区', light: 'green' }
const task: DeathTaskDetail = {
  ...listed, version: 2, detail: '诸葛莲于 2025-09-20 死亡，其他成员继续发放。', deathId: ID, benefitId: BENEFIT, householdId: BENEFIT, opinion: '', decidedOn: null, decidedBy: null, steps: [],
  actions: ['recompute', 'finishRecheck'].map((action) => ({ action, label: action === 'recompute' ? '登记复核调整' : '复核完毕', adverse: false, blockedBy: null })),
}
const figures: DeathFigures = {
  month: '2025-09', deaths: 12, payees: 3, holds: 2, savedFen: 126_000, recoveriesOpen: 1, owedFen: 63_000, openTasks: 4,
  feeds: [{ source: 'POLICE', coversTo: null, silent: false }, { source: 'HALL', coversTo: '2025-09-18', silent: true }],
}

const answers: Record<string, unknown> = {}
const sent: unknown[] = []
const asked: string[] = []
function answer(url: string, { method = 'GET', body }: RequestInit = {}) {
  asked.push(url)
  if (method !== 'GET') sent.push([url, JSON.parse(String(body))])
  const found = Object.entries(answers).find(([part]) => url.includes(part))?.[1]
  return Promise.resolve(new Response(JSON.stringify(method === 'GET' ? (found ?? { streets: [], tasks: [], total: 0 }) : { id: TASK, version: 3 })))
}

let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'clerk', username: 'xiyuan.clerk', name: '李红梅', office: '', roles: ['ST_CLERK'], scope: '530112001', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  localStorage.clear()
  for (const list of [sent, asked]) list.length = 0
  Object.assign(answers, { '/deaths/figures': figures, [`/deaths/${ID}`]: death, [`/death-tasks/${TASK}`]: task, '/death-tasks': { rows: [listed], next: null, total: 1 }, '/deaths': { rows: [row], next: null, total: 1 } })
  vi.stubGlobal('fetch', vi.fn(answer))
})
afterEach(() => vi.unstubAllGlobals())

const router = () => createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: { render: () => null } }] })
const open = (page: Component, props: Record<string, string> = {}): VueWrapper => mount(page, { props, global: { plugins: [pinia, router()] }, attachTo: document.body })
const dialog = () => document.querySelector<HTMLElement>('.action-dialog')

test('deaths stand with what they did, what the month saved, and which list is late', async () => {
  const page = open(DeathsPage)
  await vi.waitFor(() => expect(page.text()).toContain('上官凤英'))
  for (const words of ['缓发、建议停发', '火化记录', '12 人，其中在保 3 人', '1,260.00 元', '1 件，尚欠 630.00 元', '公安名单：尚未接入', '已更新到 2025-09-18未按期更新']) expect(page.text().replaceAll(/：\s+/g, '：')).toContain(words)
  expect(asked.some((url) => url.includes('figures?month=2025-09'))).toBe(true)
  page.unmount()
})

test('a death says household by household what was done, and what of it was taken back', async () => {
  const page = open(DeathPage, { id: ID })
  await vi.waitFor(() => expect(page.text()).toContain('上官凤英的死亡信息'))
  for (const words of ['2025-10 起', '发放到 2025-09', '630.00', '2025-10-02 已撤销', '家庭复核', '2025-12-20']) expect(page.text()).toContain(words)
  expect(page.findAll('a').map((link) => link.attributes('href'))).toEqual(expect.arrayContaining(['/social-assistance/benefit-changes/1', `/social-assistance/benefits/${BENEFIT}`, `/social-assistance/death-tasks/${TASK}`]))
  page.unmount()
})

test('a death of nobody in pay says so', async () => {
  answers[`/deaths/${ID}`] = { ...death, name: null, households: [], tasks: [] }
  const page = open(DeathPage, { id: ID })
  await vi.waitFor(() => expect(page.text()).toContain('不涉及在保家庭。'))
  expect(page.text()).toContain('非在保人员的死亡信息')
  page.unmount()
})

test('what is to be done is listed with whose it is and until when', async () => {
  const page = open(DeathTasksPage)
  await vi.waitFor(() => expect(page.text()).toContain('司马玉兰'))
  for (const words of ['家庭复核', '待街道处理', '剩 53 个工作日']) expect(page.text()).toContain(words)
  page.unmount()
})

describe('a task', () => {
  test('says what is asked, leads to the death, and sends what was done only with words', async () => {
    const page = open(DeathTaskPage, { id: TASK })
    await vi.waitFor(() => expect(page.text()).toContain('诸葛莲于 2025-09-20 死亡'))
    expect(page.findAll('a').map((link) => link.attributes('href'))).toContain(`/social-assistance/deaths/${ID}`)
    await page.findAll('.case-actions button').find((button) => button.text() === '登记复核调整')?.trigger('click')
    await vi.waitFor(() => expect(dialog()?.textContent).toContain('按现有成员重新核定金额'))
    const submit = () => dialog()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    submit()
    await flushPromises()
    expect(sent).toEqual([])
    const words = dialog()?.querySelector('textarea')
    if (!words) throw new Error('the dialog has no field for what was done')
    words.value = '已入户核实'
    words.dispatchEvent(new Event('input'))
    await flushPromises()
    submit()
    await vi.waitFor(() => expect(sent).toEqual([[expect.stringContaining(`/death-tasks/${TASK}/recompute`), { version: 2, opinion: '已入户核实' }]]))
    page.unmount()
  })

  test('that is ended, or of a relative, offers nothing', async () => {
    answers[`/death-tasks/${TASK}`] = { ...task, state: 'DONE', actions: [], decidedOn: '2025-10-09', decidedBy: '李红梅', opinion: '复核完毕，金额已调整' }
    const page = open(DeathTaskPage, { id: TASK })
    await vi.waitFor(() => expect(page.text()).toContain('2025-10-09 李红梅：复核完毕，金额已调整'))
    expect(page.findAll('.case-actions button')).toEqual([])
    page.unmount()
  })
})
