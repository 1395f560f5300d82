import { IdentityDocument } from '@xishan/domain'
import { contract, type DuplicateAnswer } from '@xishan/social-assistance-contract'
import { isCancelled, toProblem, useCan, type ApiProblem } from '@xishan/web-kit'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { api } from '../../../api'

export interface DuplicateWarning {
  readonly answer: ShallowRef<DuplicateAnswer | undefined>
  readonly problem: ShallowRef<ApiProblem | undefined>
}

const TYPING_MS = 400

/**
 * Asks once for each right number whether the person is in pay or in another open case. Every question is logged by the service, so
 * a number that is still being typed, or was just asked, is not asked.
 */
export function useDuplicateCheck(document: () => unknown, applicationId: string | undefined): DuplicateWarning {
  const answer = shallowRef<DuplicateAnswer>()
  const problem = shallowRef<ApiProblem>()
  const may = useCan(contract)('checkDuplicates')
  const known = new Map<string, DuplicateAnswer>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: AbortController | undefined

  async function ask(right: IdentityDocument, key: string): Promise<void> {
    const own = (current = new AbortController())
    try {
      const found = await api.checkDuplicate({ body: { document: right, ...(applicationId ? { applicationId } : {}) } }, { signal: own.signal })
      known.set(key, found)
      if (current === own) answer.value = found
    } catch (thrown) {
      if (current === own && !isCancelled(thrown)) problem.value = toProblem(thrown)
    }
  }

  watch(() => IdentityDocument.safeParse(document()).data, (right) => {
    clearTimeout(timer)
    current?.abort()
    problem.value = undefined
    const key = right ? `${right.type}:${right.number}` : ''
    answer.value = known.get(key)
    if (may && right && !answer.value) timer = setTimeout(() => void ask(right, key), TYPING_MS)
  }, { immediate: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    current?.abort()
  })
  return { answer, problem }
}
