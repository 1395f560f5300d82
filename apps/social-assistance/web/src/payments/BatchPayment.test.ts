import type { BatchPayment as Payment, Comparison, ReturnPreview } from '@xishan/social-assistance-contract'
import { useSession } from '@xishan/web-kit'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api } from '../api'
import BatchPayment from './BatchPayment.vue'

const ID = '01a209d0-4fcb-7d9c-bb70-7a896d00221c'
const FILE = '01a209d0-4fcb-7d9c-bb70-7a896d00221d'
const sum = (count: number, fen: number) => ({ count, fen })
const comparison = (right: string, differenceFen: number): Comparison => ({ left: '各发放文件合计', leftSum: sum(6, 243_000), right, rightSum: sum(6, 243_000 - differenceFen), differenceFen, agrees: differenceFen === 0 })
const payment: Payment = {
  batchId: ID, version: 9, number: 'XS-SAD-2025-000001', month: '2025-10', state: 'PAYING', templateId: FILE, making: null,
  lines: [{ state: 'PAID', count: 5, fen: 202_500 }, { state: 'SENT', count: 1, fen: 40_500 }],
  files: [{
    id: FILE, number: 1, name: 'XS-SAD-2025-000001-01', templateName: '国库集中支付', recipient: '区财政国库', format: 'PIPE', returnFormat: 'PIPE', sent: sum(6, 243_000), digest: 'ab'.repeat(32), signature: null,
    madeOn: '2025-10-24', madeBy: '李雪松', sentOn: '2025-10-25', sentBy: '李雪松', paid: sum(5, 202_500), failed: sum(0, 0), open: sum(1, 40_500),
  }],
  openRows: 1,
  failed: { count: 0, fen: 0, proposed: 0, dueOn: null, light: null },
  comparisons: [comparison('送出明细合计', 0), comparison('银行成功＋银行失败', 40_500)],
  actions: [{ action: 'readReturn', label: '导入回盘文件', adverse: false, blockedBy: null }, { action: 'reconcile', label: '对账', adverse: false, blockedBy: '有 1 行回盘未对上、未处理；有 1 笔没有回盘结果。' }],
}
const preview: ReturnPreview = {
  digest: 'cd'.repeat(32), rowCount: 1, paidCount: 0, paidFen: 0, failedCount: 0, failedFen: 0, knownCount: 0, unmatchedCount: 1, stillOpen: 1,
  rows: [{ rowNumber: 2, seq: 6, result: '', code: '0000', amountFen: 1, paidOn: '2025-10-28', bankReference: 'B1', problem: 'AMOUNT_DIFFERS', name: '张三', sentFen: 40_500 }],
}

let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(JSON.stringify(payment), { headers: { 'content-type': 'application/json' } }))))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

async function open(role: 'FINANCE' | 'DIRECTOR'): Promise<VueWrapper> {
  useSession().enter({ id: role, username: role, name: '李雪松', office: '', roles: [role], scope: '530112', idleMinutes: 30 })
  const page = mount(BatchPayment, { props: { batchId: ID }, global: { plugins: [pinia], stubs: { RouterLink: { template: '<a><slot /></a>' } } }, attachTo: document.body })
  await vi.waitFor(() => expect(page.text()).toContain('对账'))
  return page
}

test('says why the books cannot be settled yet, and to the fen what differs', async () => {
  const page = await open('FINANCE')
  await vi.waitFor(() => expect(page.text()).toContain('尚不能对账：有 1 行回盘未对上、未处理；有 1 笔没有回盘结果。'))
  expect(page.findAll('button').find((button) => button.text() === '对账')?.attributes('disabled')).toBeDefined()
  expect(page.text()).toContain('查看未对上的 1 行')
  await vi.waitFor(() => expect(page.text()).toMatch(/银行成功＋银行失败.*405\.00.*不符/s))
})

test('whoever is not finance reads and downloads nothing', async () => {
  const page = await open('DIRECTOR')
  await vi.waitFor(() => expect(page.text()).toContain('由财务办理'))
  expect(page.text()).not.toContain('下载')
})

test('a return file is looked at before anything is booked', async () => {
  const look = vi.spyOn(api, 'previewReturn').mockResolvedValue(preview)
  const book = vi.spyOn(api, 'readReturn').mockResolvedValue({ id: ID, version: 10 })
  const page = await open('FINANCE')
  await vi.waitFor(() => expect(page.text()).toContain('导入回盘'))
  await page.findAll('button').find((button) => button.text() === '导入回盘')?.trigger('click')
  const input = await vi.waitFor(() => document.querySelector<HTMLInputElement>('input[type=file]') ?? expect.fail('no chooser'))
  Object.defineProperty(input, 'files', { value: [new File(['H|'], '回盘.txt', { type: 'text/plain' })], configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  const upload = await vi.waitFor(() => [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === '上传') ?? expect.fail('no upload'))
  expect([...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === '登记结果')?.disabled).toBe(true)
  upload.click()
  await vi.waitFor(() => expect(document.body.textContent).toContain('金额与发放文件不一致'))
  expect(document.body.textContent).toContain('未对上的行不登记结果')
  expect([look.mock.calls.length, book.mock.calls.length]).toEqual([1, 0])
  ;[...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === '登记结果')?.click()
  await vi.waitFor(() => expect(book).toHaveBeenCalledWith({ params: { id: FILE }, body: { version: 9, digest: preview.digest }, file: expect.any(File) }))
})
