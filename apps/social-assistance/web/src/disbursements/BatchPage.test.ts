import type { BatchDetail } from '@xishan/social-assistance-contract'
import { useSession } from '@xishan/web-kit'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import BatchPage from './BatchPage.vue'

const ID = '0198f2a0-0000-7000-8000-000000000001'
const sum = { state: 'PENDING', kind: 'REGULAR', lines: 3, amountFen: 189000, offsetFen: 0, payFen: 189000 } as const

const aBatch = (changed: Partial<BatchDetail> = {}): BatchDetail => ({
  id: ID, number: 'XS-SAD-2025-000001', kind: 'REGULAR', month: '2025-09', title: '2025年9月最低生活保障金发放', state: 'CALCULATED', stateSince: '2025-09-30', madeBy: '王春梅', households: 3, lines: 3, totalFen: 189000,
  heldLines: 0, heldFen: 0, offsetFen: 0, version: 4, calculatedOn: '2025-09-30', approvedOn: null, approvedDigest: null, isSigned: false, returnedBecause: '', sums: [sum], funds: [], findings: [], calculation: null, steps: [],
  actions: [], editable: false, printable: true, ...changed,
})

let current: BatchDetail
let page: VueWrapper
const sent: { url: string; body: unknown }[] = []
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))

function answer(url: string, { method = 'GET', body }: RequestInit = {}) {
  if (url.includes('/tasks')) return json({ tasks: [], total: 0 })
  if (url.includes('/public/divisions')) return json({ streets: [] })
  if (method !== 'GET') {
    sent.push({ url, body: JSON.parse(String(body)) })
    return json({ id: ID, version: current.version + 1 })
  }
  return /\/(lines|findings)\b/.test(url) ? json({ rows: [], next: null }) : json(current)
}

async function open(role: 'BU_CLERK' | 'BU_HEAD' | 'DIRECTOR', batch: BatchDetail): Promise<void> {
  const pinia = createPinia()
  setActivePinia(pinia)
  useSession().enter({ id: role, username: role, name: '尹绍林', office: '', roles: [role], scope: '530112', idleMinutes: 30 })
  current = batch
  vi.stubGlobal('fetch', vi.fn(answer))
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: { template: '<i />' } }] })
  await router.push(`/social-assistance/batches/${ID}`)
  page = mount(BatchPage, { props: { id: ID }, global: { plugins: [pinia, router] }, attachTo: document.body })
  await flushPromises()
}
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)

beforeEach(() => {
  localStorage.clear()
  sent.length = 0
})
afterEach(() => {
  page.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe('the page of a batch', () => {
  it('offers only what this person may do now, and says what is still missing', async () => {
    await open('BU_CLERK', aBatch({ editable: true, actions: [{ action: 'calculate', label: '计算', adverse: false, blockedBy: null }, { action: 'submit', label: '提交审核', adverse: false, blockedBy: '还有 2 项校验结果未处理。' }] }))
    expect(button('提交审核')?.hasAttribute('disabled')).toBe(true)
    expect(page.text()).toContain('还有 2 项校验结果未处理')
    expect(button('重新计算')).toBeDefined()
    expect(button('局长签批')).toBeUndefined()
  })

  it('sends an opinion with the version that was looked at', async () => {
    await open('BU_HEAD', aBatch({ state: 'CHECKED', actions: [{ action: 'approveBySection', label: '科室审核通过', adverse: false, blockedBy: null }, { action: 'exportFile', label: '生成发放文件', adverse: false, blockedBy: null }] }))
    expect(button('生成发放文件')).toBeUndefined()
    button('科室审核通过')?.click()
    await flushPromises()
    button('填入常用意见')?.click()
    await flushPromises()
    ;[...document.querySelectorAll<HTMLButtonElement>('.el-dialog__footer button')].at(-1)?.click()
    await flushPromises()
    expect(sent).toEqual([{ url: expect.stringContaining(`/batches/${ID}/approve-by-section`), body: { version: 4, opinion: '经审核，发放对象、金额和校验结果无误，同意。' } }])
  })

  it('shows how far a calculation is, to whoever looks', async () => {
    await open('DIRECTOR', aBatch({ state: 'CALCULATING', sums: [], calculation: { done: 3000, total: 4727, isStanding: false, error: null } }))
    expect(page.text()).toContain('已完成 3,000 / 4,727 户次')
    expect(button('中止计算')).toBeUndefined()
  })

  it('tells a calculation that stopped from one that runs', async () => {
    await open('BU_CLERK', aBatch({ state: 'CALCULATING', sums: [], calculation: { done: 3000, total: 4727, isStanding: true, error: '系统异常，请稍后重试' } }))
    expect(page.text()).toContain('计算没有完成：系统异常')
    expect(button('中止计算')).toBeDefined()
  })

  it('proposes the whole sum as the first fund and says what is left', async () => {
    await open('BU_CLERK', aBatch({ editable: true }))
    button('填写')?.click()
    await flushPromises()
    expect(page.text()).toContain('应发 1,890.00 元，资金来源已足额')
  })
})
