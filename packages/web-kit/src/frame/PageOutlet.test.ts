import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSession } from '../session/session'
import { useNavigation } from '../start/navigation'
import { signedIn } from '../testing/mount-page'
import PageOutlet from './PageOutlet.vue'

const permissions = { confirm: ['BU_APPROVER'], view: ['ST_CLERK'] } as const
const text = (words: string) => defineComponent(() => () => h('p', words))
const Broken = defineComponent(() => {
  throw new Error('broken page')
})

async function open(path: string) {
  const pinia = signedIn()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/mine', component: text('我的待办'), meta: { may: 'view', permissions } },
      { path: '/theirs', component: text('审核确认'), meta: { may: 'confirm', permissions } },
      { path: '/broken', component: Broken },
      { path: '/lost', component: () => Promise.reject(new TypeError('Failed to fetch')) },
    ],
  })
  useNavigation(pinia).watchRouter(router, '西山民政')
  await router.push(path)
  const outlet = mount(PageOutlet, { global: { plugins: [pinia, router] } })
  await flushPromises()
  return { outlet, router }
}

describe('the outlet', () => {
  it('shows a page to whom it is for', async () => expect((await open('/mine')).outlet.text()).toBe('我的待办'))

  it('tells everybody else whose page it is', async () => {
    const { outlet } = await open('/theirs')
    expect(outlet.text()).toContain('没有权限')
    expect(outlet.text()).toContain('区局审核确认（分管副局长）')
    expect(outlet.text()).not.toContain('审核确认页')
  })

  it('contains a page that breaks, and the next one opens', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { outlet, router } = await open('/broken')
    expect(outlet.text()).toContain('此页面出现异常')
    await router.push('/mine')
    await flushPromises()
    expect(outlet.text()).toBe('我的待办')
    vi.restoreAllMocks()
  })

  it('says when a page did not come', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { outlet, router } = await open('/mine')
    await router.push('/lost').catch(() => undefined)
    await flushPromises()
    expect(outlet.text()).toContain('页面没有打开')
    vi.restoreAllMocks()
  })

  it('shows its page anew on another business date', async () => {
    const { outlet } = await open('/mine')
    const before = outlet.find('p').element
    useSession().businessDate = '2025-10-01'
    await flushPromises()
    expect(outlet.find('p').element).not.toBe(before)
  })
})
