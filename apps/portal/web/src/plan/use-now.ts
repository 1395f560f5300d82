import { onScopeDispose, ref, type Ref } from 'vue'

const MINUTE = 60_000

/** System time, moving on by the minute, so that an age on an open page stays true. */
export function useNow(): Ref<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), MINUTE)
  onScopeDispose(() => clearInterval(timer))
  return now
}
