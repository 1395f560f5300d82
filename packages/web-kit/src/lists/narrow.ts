import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the window is as narrow as a phone's. */
export function useNarrow(query = '(max-width: 40rem)'): Ref<boolean> {
  const media = window.matchMedia(query)
  const isNarrow = ref(media.matches)
  const follow = () => (isNarrow.value = media.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return isNarrow
}
