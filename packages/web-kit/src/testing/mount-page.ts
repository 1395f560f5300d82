import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import type { Account } from '../session/session.api'
import { useSession } from '../session/session'

export const CLERK: Account = { id: 'clerk-1', username: 'xiyuan.clerk', name: '李红梅', office: '西苑街道', roles: ['ST_CLERK'], scope: '530112001', idleMinutes: 30 }

/** A page's surroundings: store, router, and somebody signed in on a business date. */
export function signedIn(account: Account = CLERK, businessDate = '2025-09-30'): Pinia {
  const pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter(account)
  session.businessDate = businessDate
  return pinia
}

export async function mountPage(page: Component, address = '/', pinia = signedIn()): Promise<{ page: VueWrapper; router: Router }> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: page }] })
  await router.push(address)
  await router.isReady()
  return { page: mount(RouterView, { global: { plugins: [pinia, router] }, attachTo: document.body }), router }
}

/** Runs a composable inside a component and hands out what it returns. */
export function within<T>(compose: () => T, pinia = signedIn()): { result: T; leave: () => void } {
  const made: T[] = []
  const Holder = defineComponent({
    setup() {
      made.push(compose())
      return () => h('div')
    },
  })
  const wrapper = mount(Holder, { global: { plugins: [pinia] } })
  const [result] = made
  if (result === undefined) throw new Error('the composable returned nothing')
  return { result, leave: () => wrapper.unmount() }
}
