import type { AwardListDetail } from '@xishan/funeral-management-contract'
import { useSession } from '@xishan/web-kit'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import BookDialog from './BookDialog.vue'

const id = (nth: number) => `01a209d0-4fcb-7d9c-bb70-7a896d00221${nth}`
const line = (seq: number): AwardListDetail['lines'][number] => ({
  id: id(seq), seq, attempt: 1, awardId: id(9), awardNumber: 'XS-FMJ-2025-000001', deceasedName: '赵玉兰', kind: 'TREE', applicantName: `收款人${seq}`, bank: '云南农信', accountLastFour: '5678', amountFen: 100_000, obstacle: null, state: 'PENDING', outcomeOn: null, because: '',
})
const list: AwardListDetail = {
  id: id(0), version: 6, number: 'XS-FMK-2025-000001', state: 'EXPORTED', stateSince: '2025-09-29', madeOn: '2025-09-28', madeBy: '王春梅', lineCount: 3, totalFen: 300_000, fund: 'DISTRICT', fundDocument: '西财社〔2025〕18号', returnedBecause: '',
  approvedOn: '2025-09-29', approvedDigest: 'a', exportedOn: '2025-09-29', fileDigest: 'b', closedOn: null, sums: [], lines: [line(1), line(2), line(3)], steps: [], actions: [], mayDownload: true,
}
const sent: { version: number; outcomes: object[] }[] = []
let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'finance', username: 'finance', name: '李雪松', office: '', roles: ['FINANCE'], scope: '530112', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  sent.length = 0
  vi.stubGlobal('fetch', (_url: string, { body }: RequestInit = {}) => {
    sent.push(JSON.parse(String(body)))
    return Promise.resolve(new Response(JSON.stringify({ id: id(0), version: 7 })))
  })
})
afterEach(() => vi.unstubAllGlobals())

test('finance books what the bank answered, asks for the reason of a failure, and leaves the rest open', async () => {
  const dialog = mount(BookDialog, { props: { list }, global: { plugins: [pinia], stubs: { teleport: true } }, attachTo: document.body })
  await vi.waitFor(() => expect(dialog.findAll('input[type=radio]')).toHaveLength(6))
  const press = async (words: string) => dialog.findAll('button').find((button) => button.text() === words)?.trigger('click')
  const choose = (at: number) => dialog.findAll('input[type=radio]')[at]?.setValue()
  await choose(0)
  await choose(3)
  await press('登记 2 笔')
  await vi.waitFor(() => expect(dialog.text()).toContain('没有到账的，请填写失败原因'))
  expect(sent).toEqual([])
  await dialog.find('[data-field="outcomes.1.failedBecause"] input').setValue('账号与户名不符')
  await press('登记 2 笔')
  await vi.waitFor(() => expect(dialog.emitted('taken')).toHaveLength(1))
  expect(sent).toEqual([{ version: 6, outcomes: [{ lineId: id(1), paidOn: '2025-09-30', failedBecause: null }, { lineId: id(2), paidOn: null, failedBecause: '账号与户名不符' }] }])
  dialog.unmount()
}, 60_000)
