import type { RecoveryDetail } from '@xishan/social-assistance-contract'
import { useSession } from '@xishan/web-kit'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import RecoveryView from './RecoveryView.vue'

const ID = '01a209d0-4fcb-7d9c-bb70-7a896d00221c'
const recovery: RecoveryDetail = {
  id: ID, number: 'XS-SAR-2025-000001', benefitId: ID, applicantName: '赵多领', streetName: '西苑街道', communityName: '凯苑社区', cause: 'LATE_EVENT', state: 'NOTIFIED', way: null, foundOn: '2025-09-01', dueOn: '2025-10-12',
  dueFen: 50000, settledFen: 12600, owedFen: 37400, version: 3, householdId: ID, benefitNumber: 'XS-SAB-2025-000001', monthlyFen: 63000, mostOffsetFen: 12600, reservedFen: 7400, openMonths: [], ground: '就业未报告', causeKind: 'BENEFIT_CHANGE',
  foundBy: '尹绍林', debtor: '赵多领', notifiedOn: '2025-09-12', notifiedWay: '直接送达', notifiedTo: '赵多领', agreedOn: null, monthlyOffsetFen: null, instalments: [], writeOffDocument: '', court: '', fine: null, closedOn: null, closedBecause: '',
  entries: [{ id: ID, kind: 'DUE', month: '2025-07', amountFen: 50000, enteredOn: '2025-09-01', enteredBy: '尹绍林', reference: '', note: '' }], steps: [], actions: ['agree'], mayRepay: false, mayFine: false,
}

const sent: unknown[] = []
let shown = recovery
const json = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status: 200 }))
function answer(url: string, { method = 'GET', body }: RequestInit = {}) {
  if (method !== 'GET') sent.push([url, JSON.parse(String(body))])
  return json(method === 'GET' ? (url.endsWith('/tasks') ? { tasks: [], total: 0 } : shown) : { id: ID, version: 4 })
}

let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'clerk', username: 'clerk', name: '李红梅', office: '', roles: ['ST_CLERK'], scope: '530112001', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  localStorage.clear()
  sent.length = 0
  shown = recovery
  vi.stubGlobal('fetch', vi.fn(answer))
})
afterEach(() => vi.unstubAllGlobals())

const open = () => mount(RecoveryView, { props: { id: ID }, global: { plugins: [pinia], stubs: { RouterLink: true, NextTask: true } }, attachTo: document.body })
const dialog = () => document.querySelector<HTMLElement>('.action-dialog')

test('what is due, what came back, what is owed and what is under way stand side by side', async () => {
  const page = open()
  await vi.waitFor(() => expect(page.text()).toContain('赵多领户'))
  for (const sum of ['应追回500.00 元', '已收回126.00 元', '尚欠374.00 元', '发放中待抵扣74.00 元']) expect(page.text()).toContain(sum)
  page.unmount()
})

test('an agreement to repay begins with what is owed besides what is under way, and without a day it is not sent', async () => {
  const page = open()
  await vi.waitFor(() => expect(page.text()).toContain('登记协商结果'))
  await page.findAll('.case-actions button').find((button) => button.text() === '登记协商结果')?.trigger('click')
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('尚欠 300.00 元'))
  dialog()?.querySelectorAll<HTMLElement>('.el-radio')[1]?.click()
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('合计 300.00 元'))
  const words = dialog()?.querySelector('textarea')
  if (!words) throw new Error('the dialog has no field for what was agreed')
  words.value = '同意一次退清'
  words.dispatchEvent(new Event('input'))
  await flushPromises()
  dialog()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(() => expect(dialog()?.textContent).toMatch(/日期|请填写/))
  expect(sent).toEqual([])
  page.unmount()
})

test('a claim whose months could not be assessed asks for each of them what was too much', async () => {
  shown = { ...recovery, state: 'PROPOSED', causeKind: 'DEATH', dueFen: 0, settledFen: 0, owedFen: 0, openMonths: [{ month: '2025-07', paidFen: 126_000 }], actions: ['claim'] }
  const page = open()
  await vi.waitFor(() => expect(page.text()).toContain('2025年7月，已发 1,260.00 元'))
  await page.findAll('.case-actions button').find((button) => button.text() === '决定追回')?.trigger('click')
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('2025年7月多发金额'))
  const type = (selector: string, text: string) => {
    const field = dialog()?.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
    if (!field) throw new Error(`the dialog has no ${selector}`)
    field.value = text
    for (const event of ['input', 'change', 'focusout']) field.dispatchEvent(new Event(event, { bubbles: true }))
  }
  const submit = () => dialog()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  type('textarea', '按一人户标准核定')
  await flushPromises()
  submit()
  await flushPromises()
  expect(sent).toEqual([])
  type('[data-field="amounts.0.amountFen"] input', '630')
  await flushPromises()
  submit()
  await vi.waitFor(() => expect(sent).toEqual([[expect.stringContaining('/claim'), { version: 3, opinion: '按一人户标准核定', amounts: [{ month: '2025-07', amountFen: 63_000 }] }]]))
  page.unmount()
})
