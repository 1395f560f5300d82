import { inputSentence } from '@xishan/domain'
import { createPinia } from 'pinia'
import { createApp, type App, type Component } from 'vue'
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { z } from 'zod'
import { toProblem } from '../client/api-problem'
import { dropOldDrafts } from '../forms/drafts'
import { useSession } from '../session/session'
import NotFoundPage from '../states/NotFoundPage.vue'
import '../theme'
import { guardSession, useNavigation } from './navigation'
import PlatformRoot from './PlatformRoot.vue'
import StartProblem from './StartProblem.vue'

export interface PlatformOptions {
  title: string
  /** Path under which the router works. */
  base: string
  frame: Component
  frameProps?: Record<string, unknown>
  routes: readonly RouteRecordRaw[]
  /** Before the first page: what else has to be there. */
  prepare(app: App, router: Router): Promise<void>
  /** Where somebody without a session goes; false when the browser has been sent away. */
  askForSignIn(back: string): string | false
}

/** What the portal and a frontend standing alone do alike: one app, one router, one store, one language, one session. */
export async function startPlatform(options: PlatformOptions): Promise<void> {
  // The content policy forbids code made at run time, which zod would use to be faster.
  z.config({ localeError: inputSentence, jitless: true })
  dropOldDrafts()
  const pinia = createPinia()
  const router = createRouter({ history: createWebHistory(options.base), routes: [...options.routes, { path: '/:lost(.*)*', component: NotFoundPage, meta: { title: '没有此页面' } }] })
  const app = createApp(PlatformRoot, { frame: options.frame, frameProps: options.frameProps })
  app.use(pinia)
  app.config.errorHandler = (error) => console.error(error)
  const session = useSession(pinia)
  try {
    await Promise.all([session.restore(), options.prepare(app, router)])
  } catch (thrown) {
    console.error(thrown)
    createApp(PlatformRoot, { frame: StartProblem, frameProps: { problem: toProblem(thrown) } }).use(pinia).mount('#app')
    return
  }
  guardSession(router, session, options.askForSignIn)
  useNavigation(pinia).watchRouter(router, options.title)
  // The router looks at the address as soon as it is used, so guards and placeholders are in place before.
  app.use(router)
  await router.isReady().catch(() => undefined)
  app.mount('#app')
}
