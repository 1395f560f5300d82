import { isWithinScope } from '@xishan/domain'
import { useLoad, useSession, type DivisionChoice } from '@xishan/web-kit'
import { computed, type ComputedRef } from 'vue'
import { api } from './api'

let asked: Promise<DivisionChoice[]> | undefined

async function read(): Promise<DivisionChoice[]> {
  const { streets } = await api.publicDivisions({})
  return streets.flatMap(({ code, name, communities }) => [{ code, name }, ...communities])
}

/** Asked once for all pages; a failure is forgotten, so that the next page asks anew. */
function all(): Promise<DivisionChoice[]> {
  asked ??= read().catch((thrown: unknown) => {
    asked = undefined
    throw thrown
  })
  return asked
}

export interface Divisions {
  /** Streets and communities of the district. */
  all: ComputedRef<readonly DivisionChoice[]>
  /** Those in which the person signed in works. */
  own: ComputedRef<readonly DivisionChoice[]>
}

export function useDivisions(): Divisions {
  const session = useSession()
  const { data } = useLoad(all)
  const divisions = computed(() => data.value ?? [])
  return {
    all: divisions,
    own: computed(() => divisions.value.filter(({ code }) => isWithinScope(code, session.account?.scope ?? '530112'))),
  }
}
