import { ref, watch, type Ref } from 'vue'
import { z } from 'zod'
import { useSession } from '../session/session'

const SavedView = z.object({ title: z.string(), address: z.string() })
export type SavedView = z.infer<typeof SavedView>
const Preferences = z.object({ hidden: z.array(z.string()).optional(), views: z.array(SavedView).default([]) })
type Preferences = z.infer<typeof Preferences>

function read(key: string): Preferences {
  try {
    return Preferences.parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    return { views: [] }
  }
}

/** Columns and views that a person chose for a list, kept in this browser per account. */
export function useListPreferences(list: string): Ref<Preferences> {
  const key = `xs:list:${useSession().account?.id ?? 'nobody'}:${list}`
  const preferences = ref(read(key))
  watch(preferences, (value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value))
    } catch {
      // A full storage loses a preference, never work.
    }
  }, { deep: true })
  return preferences
}
