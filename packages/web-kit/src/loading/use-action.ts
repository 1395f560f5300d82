import { ElMessage } from 'element-plus'
import { shallowRef, type ShallowRef } from 'vue'
import { isCancelled, toProblem, type ApiProblem } from '../client/api-problem'

export interface Action {
  readonly isRunning: ShallowRef<boolean>
  /** Does the work once at a time; answers whether it was done. `done` is said when it was. */
  run(work: () => Promise<unknown>, done?: string): Promise<boolean>
}

/** The sentence of a refusal, with the fields it names. */
export const inWords = ({ detail, errors }: ApiProblem): string => [detail, ...errors.map(({ message }) => message)].join(' ')

export const showProblem = (problem: ApiProblem): void => void ElMessage.error({ message: inWords(problem), duration: 8000, showClose: true, grouping: true })

/** A button's work outside a form: says what came of it. */
export function useAction(): Action {
  const isRunning = shallowRef(false)
  async function run(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    if (isRunning.value) return false
    isRunning.value = true
    try {
      await work()
      if (done) ElMessage.success(done)
      return true
    } catch (thrown) {
      if (!isCancelled(thrown)) showProblem(toProblem(thrown))
      return false
    } finally {
      isRunning.value = false
    }
  }
  return { isRunning, run }
}
