import { computed, nextTick, onScopeDispose, reactive, ref, shallowRef, watch } from 'vue'
import type { z } from 'zod'
import { toProblem, type ApiProblem } from '../client/api-problem'
import { useSession } from '../session/session'
import { copied, dropDraft, merged, readDraft, writeDraft } from './drafts'
import { isOptional, schemaAt, withoutEmpty } from './empty-values'
import { fieldErrors, valueAt } from './field-errors'

/** What a form holds while it is being filled: every single value may still be missing, lists and groups are there. */
export type Draft<T> = T extends readonly (infer U)[] ? DraftItem<U>[] : T extends object ? { [K in keyof T]: Draft<T[K]> } : T | null | undefined
/** A list of plain values holds only what has been chosen. */
type DraftItem<U> = U extends object ? Draft<U> : U

/** What a field needs to know of its form. */
export interface FieldHolder {
  /** Field path → sentence, for the fields that have been visited, or for all after an attempt to submit. */
  readonly errors: Readonly<Record<string, string>>
  readonly touched: ReadonlySet<string>
  readonly labels: ReadonlyMap<string, string>
  readonly problem: ApiProblem | undefined
  /** Whether it has been sent, or tried to be, since it was opened. */
  readonly wasAttempted: boolean
  readonly isSubmitting: boolean
  readonly restoredAt: string | undefined
  touch(name: string): void
  label(name: string, label: string): void
  isRequired(name: string): boolean
  discardDraft(): void
}

export interface Form<S extends z.ZodType> extends FieldHolder {
  values: Draft<z.input<S>>
  readonly isValid: boolean
  readonly isDirty: boolean
  /** Sends valid values. Answers undefined when something is to be corrected; the page then already shows what. */
  submit<T>(send: (values: z.output<S>) => Promise<T>): Promise<T | undefined>
  /** Starts anew from the given or the first values and forgets the draft. */
  reset(values?: Draft<z.input<S>>): void
}

export interface FormOptions {
  /** Names the draft, for example `application:new` or `application:<id>:opinion`; without it nothing is kept. */
  draftKey?: string
}

const AUTOSAVE_MS = 400

/** A form over a schema of the contract: validates as one types, keeps a draft, maps the service's field errors to fields. */
export function useForm<S extends z.ZodType>(schema: S, initial: Draft<z.input<S>>, { draftKey }: FormOptions = {}): Form<S> {
  const owner = useSession().account?.id ?? 'nobody'
  const draft = draftKey === undefined ? undefined : readDraft(owner, draftKey)

  const state = reactive({ values: merged(initial, draft?.values), touched: new Set<string>(), labels: new Map<string, string>() })
  // Copying and merging keep the shape of `initial`; that is more than the compiler can follow through a generic schema.
  const values = () => state.values as Draft<z.input<S>>
  const clean = shallowRef(JSON.stringify(initial))
  const restoredAt = ref(draft?.savedAt)
  const attempted = ref(false)
  const isSubmitting = ref(false)
  const problem = shallowRef<ApiProblem>()
  /** Refused value and sentence by field: shown until the value is changed. */
  const refused = shallowRef(new Map<string, { value: unknown; message: string }>())

  const parsed = computed(() => schema.safeParse(withoutEmpty(schema, values())))
  const isDirty = computed(() => JSON.stringify(state.values) !== clean.value)
  const errors = computed(() => {
    const shown = parsed.value.success ? [] : fieldErrors(parsed.value.error).filter(([name]) => attempted.value || state.touched.has(name))
    const answered = [...refused.value].filter(([name, { value }]) => valueAt(state.values, name) === value).map(([name, { message }]) => [name, message] as const)
    return Object.fromEntries([...answered, ...shown])
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    if (draftKey !== undefined && isDirty.value) writeDraft(owner, draftKey, state.values)
  }
  const discardDraft = () => {
    clearTimeout(timer)
    restoredAt.value = undefined
    if (draftKey !== undefined) dropDraft(owner, draftKey)
  }
  if (draftKey !== undefined)
    watch(() => state.values, () => {
      clearTimeout(timer)
      timer = setTimeout(keep, AUTOSAVE_MS)
    }, { deep: true })
  onScopeDispose(() => {
    if (timer !== undefined && !isSubmitting.value) keep()
    clearTimeout(timer)
  })

  function reset(next: Draft<z.input<S>> = initial): void {
    state.values = copied(next)
    clean.value = JSON.stringify(next)
    state.touched.clear()
    attempted.value = false
    problem.value = undefined
    refused.value = new Map()
    void nextTick(discardDraft)
  }

  async function submit<T>(send: (valid: z.output<S>) => Promise<T>): Promise<T | undefined> {
    attempted.value = true
    if (isSubmitting.value || !parsed.value.success) return undefined
    isSubmitting.value = true
    problem.value = undefined
    try {
      const answer = await send(parsed.value.data)
      clean.value = JSON.stringify(state.values)
      discardDraft()
      return answer
    } catch (thrown) {
      problem.value = toProblem(thrown)
      refused.value = new Map(problem.value.errors.map(({ field, message }) => [field, { value: valueAt(state.values, field), message }]))
      keep()
      return undefined
    } finally {
      isSubmitting.value = false
    }
  }

  return {
    get values() { return values() },
    set values(next) { state.values = next },
    get errors() { return errors.value },
    get touched() { return state.touched },
    get labels() { return state.labels },
    get problem() { return problem.value },
    get isValid() { return parsed.value.success },
    get isDirty() { return isDirty.value },
    get wasAttempted() { return attempted.value },
    get isSubmitting() { return isSubmitting.value },
    get restoredAt() { return restoredAt.value },
    touch: (name) => void state.touched.add(name),
    label: (name, label) => void state.labels.set(name, label),
    isRequired: (name) => {
      const field = schemaAt(schema, name)
      return field !== undefined && !isOptional(field)
    },
    discardDraft: () => (restoredAt.value === undefined ? discardDraft() : reset()),
    submit,
    reset,
  }
}
