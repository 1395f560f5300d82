import type { Role } from '@xishan/domain'
import { useSession } from '@xishan/web-kit'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ProposeDialog from './ProposeDialog.vue'
import { PARAMETER_DESK, parameterDesk } from './parameter-desk'

const roles: readonly Role[] = ['BU_CLERK']
const permissions = { viewParameters: roles, 'parameter.propose': roles, 'parameter.approve': roles, 'parameter.reject': roles }
const desk = parameterDesk({ line: 'tea-house', title: '茶馆', problems: {}, permissions }, { groups: {}, keys: [] })
const parameter = { key: 'subsistence.standard.urban', title: '城镇标准', unit: 'fen' as const, group: '保障标准', current: null, versions: [] }
/** Kept by a form that did not yet ask what the grounds are. */
const draft = { key: parameter.key, value: 65000, effectiveFrom: '2026-01-01', source: '关于调整标准的通知', note: '' }

const sent: unknown[] = []
let pinia: Pinia
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  useSession().businessDate = '2025-09-30'
  localStorage.setItem(`xs:draft:nobody:parameter:propose:${parameter.key}`, JSON.stringify({ savedAt: new Date().toISOString(), values: draft }))
  sent.length = 0
  vi.stubGlobal('fetch', vi.fn((_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)))
    return Promise.resolve(new Response(JSON.stringify({ id: crypto.randomUUID(), version: 1 })))
  }))
})
afterEach(() => vi.unstubAllGlobals())

test.each([
  [undefined, 'assumption'],
  ['法规规定', 'law'],
  ['规划载明', 'seed'],
])('with %s chosen, the grounds are sent as %s', async (words, sourceMark) => {
  const page = mount(ProposeDialog, { props: { parameter }, global: { plugins: [pinia], provide: { [PARAMETER_DESK]: desk } }, attachTo: document.body })
  const dialog = () => document.querySelector<HTMLElement>('.action-dialog')
  await vi.waitFor(() => expect(dialog()?.textContent).toContain('来源性质'))
  const mark = [...(dialog()?.querySelectorAll<HTMLElement>('.el-radio') ?? [])].find((radio) => radio.textContent === words)
  mark?.querySelector('input')?.click()
  dialog()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.waitFor(() => expect(sent).toEqual([{ ...draft, sourceMark }]))
  page.unmount()
})
