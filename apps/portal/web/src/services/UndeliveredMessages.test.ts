import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import UndeliveredMessages from './UndeliveredMessages.vue'

const EVENT = '01a209d0-4fcb-7d9c-bb70-7a896d00221c'
const message = { eventId: EVENT, type: 'subsistence-allowance.confirmed', line: 'portal', attempts: 12, deadAt: '2025-09-30T02:00:00.000Z', lastError: '503' }
const sent: string[] = []

const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
function answer(url: string, { method = 'GET' }: RequestInit = {}) {
  if (method === 'POST') {
    sent.push(url)
    return json({ id: EVENT, version: 1 })
  }
  if (url.startsWith('/api/social-assistance/')) return json(sent.length === 0 ? [message] : [])
  return json({}, 502)
}

beforeEach(() => {
  setActivePinia(createPinia())
  sent.length = 0
  vi.stubGlobal('fetch', vi.fn(answer))
})
afterEach(() => vi.unstubAllGlobals())

test('a service that is down does not hide what another could not deliver, which can be sent again', async () => {
  const shown = mount(UndeliveredMessages, { props: { lines: ['portal', 'social-assistance'] } })
  await flushPromises()
  const row = shown.find('tbody tr')
  expect(row.text()).toContain('低保审核确认社会救助规划门户12 次')
  expect(shown.html()).toContain('规划门户的消息暂时读不到')
  await row.find('button').trigger('click')
  await flushPromises()
  expect(sent).toEqual([`/api/social-assistance/events/${EVENT}/replay`])
  expect(shown.find('tbody tr').exists()).toBe(false)
})
