import { defineStore } from 'pinia'
import { ref } from 'vue'

/** The sign-in over an open page whose session has ended: calls wait for its answer and then go on. */
export const useSignInAgain = defineStore('sign-in-again', () => {
  const isAsking = ref(false)
  let answer: ((isBack: boolean) => void) | undefined

  function ask(): Promise<boolean> {
    isAsking.value = true
    return new Promise((resolve) => {
      answer?.(false)
      answer = resolve
    })
  }

  function settle(isBack: boolean): void {
    isAsking.value = false
    answer?.(isBack)
    answer = undefined
  }

  return { isAsking, ask, settle }
})
