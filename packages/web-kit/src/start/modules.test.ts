import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { guardSession } from './navigation'
import { useModules } from './modules'
import { useSession } from '../session/session'

const page = { template: '<p />' }
const router = () => createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: page }, { path: '/sign-in', component: page, meta: { isOpen: true } }] })

beforeEach(() => setActivePinia(createPinia()))

describe('a frontend that has not come yet', () => {
  it.each([
    ['/social-assistance/tasks', '/sign-in'],
    ['/public/social-assistance/postings?division=530112001', '/public/social-assistance/postings?division=530112001'],
  ])('lets somebody without a session who asks for %s in at %s', async (asked, shown) => {
    const here = router()
    guardSession(here, useSession(), () => '/sign-in')
    useModules().offer(createApp(page), here, [{ id: 'social-assistance', title: '社会救助' }], page)
    await here.push(asked)
    expect(here.currentRoute.value.fullPath).toBe(shown)
  })
})
