import { isWithinScope, type PublicDivisions } from '@xishan/domain'
import { useLoad, useSession, type DivisionChoice } from '@xishan/web-kit'
import { computed, type ComputedRef } from 'vue'
import type { z } from 'zod'

export interface Divisions {
  /** Streets and communities of the district. */
  all: ComputedRef<readonly DivisionChoice[]>
  /** Those in which the person signed in works. */
  own: ComputedRef<readonly DivisionChoice[]>
}

/** Makes a line's `useDivisions`: asked once for all pages; a failure is forgotten, so that the next page asks anew. */
export function divisionsFrom(ask: () => Promise<z.infer<typeof PublicDivisions>>): () => Divisions {
  let asked: Promise<DivisionChoice[]> | undefined
  const read = async (): Promise<DivisionChoice[]> => (await ask()).streets.flatMap(({ code, name, communities }) => [{ code, name }, ...communities])
  function all(): Promise<DivisionChoice[]> {
    asked ??= read().catch((thrown: unknown) => {
      asked = undefined
      throw thrown
    })
    return asked
  }
  return () => {
    const session = useSession()
    const { data } = useLoad(all)
    const divisions = computed(() => data.value ?? [])
    return {
      all: divisions,
      own: computed(() => divisions.value.filter(({ code }) => isWithinScope(code, session.account?.scope ?? '530112'))),
    }
  }
}
