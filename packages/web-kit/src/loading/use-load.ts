import { onScopeDispose, shallowRef, watchEffect, type ShallowRef } from 'vue'
import { isCancelled, toProblem, type ApiProblem } from '../client/api-problem'

export interface Load<T> {
  readonly data: ShallowRef<T | undefined>
  readonly isLoading: ShallowRef<boolean>
  readonly error: ShallowRef<ApiProblem | undefined>
  reload(): Promise<void>
}

/**
 * Reads from a service and reads again when something it used reactively (before its first `await`) changes. An answer that comes late is
 * dropped; while it reads again the former answer stays on the page.
 */
export function useLoad<T>(read: (signal: AbortSignal) => Promise<T>): Load<T> {
  const data = shallowRef<T>()
  const isLoading = shallowRef(false)
  const error = shallowRef<ApiProblem>()
  let current: AbortController | undefined

  async function settle(reading: Promise<T>, own: AbortController): Promise<void> {
    try {
      const answer = await reading
      if (current !== own) return
      data.value = answer
      error.value = undefined
    } catch (thrown) {
      if (current === own && !isCancelled(thrown)) error.value = toProblem(thrown)
    } finally {
      if (current === own) isLoading.value = false
    }
  }

  function begin(): Promise<void> {
    current?.abort()
    const own = (current = new AbortController())
    isLoading.value = true
    return settle(read(own.signal), own)
  }

  watchEffect(() => void begin())
  onScopeDispose(() => current?.abort())
  return { data, isLoading, error, reload: begin }
}
