import { syntheticCitizenNumber } from '@xishan/domain'
import { useSession } from '@xishan/web-kit'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import CremationForm from './CremationForm.vue'

const ID = '01a209d0-4fcb-7d9c-bb70-7a896d00221c'
const sent: Record<string, unknown>[] = []
let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'clerk', username: 'bureau.clerk', name: '王春梅', office: '', roles: ['BU_CLERK'], scope: '530112', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  localStorage.clear()
  sent.length = 0
  vi.stubGlobal('fetch', (url: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'POST') sent.push(JSON.parse(String(body)))
    return Promise.resolve(new Response(JSON.stringify(url.includes('divisions') ? { streets: [] } : { id: ID, version: 1 })))
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = (): VueWrapper => mount(CremationForm, { props: { death: null }, global: { plugins: [pinia, createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: { render: () => null } }] })] }, attachTo: document.body })
const type = async (page: VueWrapper, field: string, text: string) => {
  const input = page.find(`[data-field="${field}"] input`)
  await input.setValue(text)
  await input.trigger('focusout')
}

/** One page for all of it: it has many fields, and is slow to be made here. */
test('the page of a cremation reads the number while it is typed, sends nothing that is not whole, and takes somebody unknown', async () => {
  const page = open()
  const number = syntheticCitizenNumber({ addressCode: '530112', birthDate: '1941-03-05', sex: '1', sequence: 3 })
  await type(page, 'death.deceased.document.number', number)
  await vi.waitFor(() => expect(page.text()).toContain('男，1941-03-05 出生，84 周岁'))
  await type(page, 'death.deceased.document.number', `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`)
  await vi.waitFor(() => expect(page.text()).toContain('第 18 位校验码与前 17 位不符'))

  await page.find('form').trigger('submit')
  await vi.waitFor(() => expect(page.text()).toContain('请填写骨灰领取人'))
  expect(page.text()).toContain('请填写死亡证明编号')
  expect(sent).toEqual([])

  await page.findAll('button').find((button) => button.text().includes('身份不明'))?.trigger('click')
  await vi.waitFor(() => expect(page.text()).toContain('身份不明，凭公安机关证明登记'))
  expect(page.find('[data-field="death.deceased.birthDate"]').exists()).toBe(true)
  page.unmount()
}, 60_000)
