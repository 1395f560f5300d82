import type { ApplicationDetail } from '@xishan/social-assistance-contract'
import { useSession } from '@xishan/web-kit'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import CaseView from './CaseView.vue'
import { CASE_ID, aCase } from './testing/a-case'

const PAGE = `/social-assistance/applications/${CASE_ID}`
const OTHER = '/social-assistance/applications/another'
const stale = { type: 'about:blank', title: '内容已被他人更新', status: 409, detail: '李红梅已更新了此记录，请刷新查看后再办理。', code: 'stale-version' }

let current: ApplicationDetail
const sent: { url: string; body: unknown }[] = []
const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
const task = (path: string) => ({ id: CASE_ID, number: '', title: '', detail: '', state: '', dueOn: null, light: null, path })

function answer(url: string, { method = 'GET', body }: RequestInit = {}) {
  if (url.endsWith('/tasks')) return json({ tasks: [task(PAGE), task(OTHER)], total: 2 })
  if (method === 'GET') return json(current)
  const given: { version: number } = JSON.parse(String(body))
  sent.push({ url, body: given })
  return given.version === current.version ? json({ id: CASE_ID, version: current.version + 1 }) : json(stale, 409)
}

let pinia: Pinia
let router: Router
let page: VueWrapper
beforeEach(async () => {
  pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'reviewer', username: 'reviewer', name: '普建华', office: '', roles: ['ST_REVIEWER'], scope: '530112001', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  localStorage.clear()
  sent.length = 0
  current = aCase()
  vi.stubGlobal('fetch', vi.fn(answer))
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: { template: '<i />' } }] })
  await router.push(PAGE)
  page = mount(CaseView, { props: { id: CASE_ID }, global: { plugins: [pinia, router] }, attachTo: document.body })
  await vi.waitUntil(() => page.text().includes('XS-SA-2025-000003'))
})
afterEach(() => {
  page.unmount()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const dialog = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('.action-dialog')
  if (!found) throw new Error('no dialog is open')
  return found
}
const press = (within: ParentNode, words: string) => {
  const button = [...within.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words)
  if (!button) throw new Error(`no button “${words}”`)
  button.click()
  return flushPromises()
}
const submit = async () => {
  dialog().querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

async function giveOpinion() {
  await press(document, '提出初审意见')
  await vi.waitFor(() => expect(dialog().querySelectorAll('input[type=radio]')).toHaveLength(2))
  dialog().querySelector<HTMLInputElement>('input[type=radio]')?.click()
  await flushPromises()
  await press(dialog(), '按认定依据起草')
}

describe('the page of a case', () => {
  it('sends the opinion with the amount that stood on the page', async () => {
    await giveOpinion()
    await submit()
    expect(sent).toEqual([{ url: `/api/social-assistance/applications/${CASE_ID}/give-opinion`, body: { version: 7, recommend: true, opinion: expect.stringContaining('拟予确认'), amountFen: 63000 } }])
    await vi.waitFor(() => expect(document.querySelector('.action-dialog')).toBeNull())
  })

  it('loses nothing when somebody else was faster, and takes the newest version after a look', async () => {
    await giveOpinion()
    const words = dialog().querySelector('textarea')?.value
    current = aCase({ version: 8 })
    await submit()
    expect(dialog().textContent).toContain('李红梅已更新了此记录')
    expect(dialog().querySelector('textarea')?.value).toBe(words)
    await press(dialog(), '刷新本件')
    await vi.waitFor(() => expect(dialog().textContent).toContain('已刷新为最新内容'))
    await submit()
    expect(sent.map(({ body }) => body)).toEqual([expect.objectContaining({ version: 7, opinion: words }), expect.objectContaining({ version: 8, opinion: words })])
  })

  it('says in the dialog when the case has moved on, and offers no button for it', async () => {
    await giveOpinion()
    current = aCase({ version: 8, state: 'SIGNING', actions: [] })
    await submit()
    await press(dialog(), '刷新本件')
    await vi.waitFor(() => expect(dialog().textContent).toContain('当前为“待街道签批”，您不能再办理“提出初审意见”'))
    await submit()
    expect(sent).toHaveLength(1)
  })

  it('goes to the next task by one key, but not out of a dialog', async () => {
    const F8 = () => new KeyboardEvent('keydown', { key: 'F8', bubbles: true })
    await giveOpinion()
    dialog().querySelector('textarea')?.focus()
    document.dispatchEvent(F8())
    await flushPromises()
    expect(router.currentRoute.value.path).toBe(PAGE)
    await press(dialog(), '取消')
    document.querySelector<HTMLElement>('textarea')?.blur()
    document.dispatchEvent(F8())
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(OTHER))
  })
})
