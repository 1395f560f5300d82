import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Router } from 'vue-router'
import type { useSession } from '../session/session'

const SLOW_MS = 8000

/** Whether a page is on its way, is late, or did not come. */
export const useNavigation = defineStore('navigation', () => {
  const isMoving = ref(false)
  const isSlow = ref(false)
  const lost = shallowRef<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function watchRouter(router: Router, productTitle: string): void {
    router.beforeEach(() => {
      isMoving.value = true
      clearTimeout(timer)
      timer = setTimeout(() => (isSlow.value = true), SLOW_MS)
    })
    router.afterEach((to, _, failure) => {
      settle()
      if (failure) return
      lost.value = undefined
      document.title = to.meta.title ? `${to.meta.title} · ${productTitle}` : productTitle
    })
    router.onError((error, to) => {
      console.error(error)
      settle()
      lost.value = to.fullPath
    })
  }

  function settle(): void {
    clearTimeout(timer)
    isMoving.value = false
    isSlow.value = false
  }

  return { isMoving, isSlow, lost, watchRouter }
})

/** Pages that are not open to anyone ask for a session first; `askForSignIn` answers where to. */
export function guardSession(router: Router, session: ReturnType<typeof useSession>, askForSignIn: (back: string) => string | false): void {
  router.beforeEach((to) => {
    if (to.meta.isOpen || session.isSignedIn) return true
    return askForSignIn(to.fullPath)
  })
}
