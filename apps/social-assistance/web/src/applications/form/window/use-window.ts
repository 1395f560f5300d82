import type { Saved } from '@xishan/domain'
import type { ApplicationDetail, DraftInput } from '@xishan/social-assistance-contract'
import { showProblem, toProblem, useForm, useSession, type Form } from '@xishan/web-kit'
import { ElMessage } from 'element-plus'
import { computed, ref, shallowRef, type ComputedRef } from 'vue'
import { api } from '../../../api'
import { NOTHING_KEPT, blankWindow, draftOf, keptOf, windowForm, windowOf, type Kept } from './window-values'

type State = ApplicationDetail['state']

export interface Window {
  form: Form<ReturnType<typeof windowForm>>
  kept: Kept
  state: ComputedRef<State>
  /** Keeps what has been typed so far. Answers the id when the whole was right. */
  save(): Promise<string | undefined>
  /** Hands the application in and, if wished, accepts it. Answers where to go on; nothing when something is to be corrected here. */
  handIn(accepts: boolean): Promise<{ id: string; isDone: boolean } | undefined>
}

/** Taking an application at the window: a new one, or one to go on with. */
export function useWindow(detail: ApplicationDetail | undefined): Window {
  const kept = detail ? keptOf(detail) : NOTHING_KEPT
  const initial = detail ? windowOf(detail) : blankWindow(useSession().account?.scope ?? '')
  const form = useForm(windowForm(kept), initial, { draftKey: `application:${detail?.id ?? 'new'}` })
  const stored = shallowRef<Saved | undefined>(detail)
  const state = ref<State>(detail?.state ?? 'DRAFT')

  async function keep(fields: DraftInput): Promise<Saved> {
    const before = stored.value
    const saved = before ? await api.updateDraft({ params: { id: before.id }, body: { ...fields, version: before.version } }) : await api.createDraft({ body: fields })
    stored.value = saved
    return saved
  }

  async function goOn(from: Saved, accepts: boolean): Promise<void> {
    const params = { id: from.id }
    let at = from
    if (state.value === 'DRAFT') {
      at = stored.value = await api.submitApplication({ params, body: { version: at.version } })
      state.value = 'SUBMITTED'
    }
    if (accepts) stored.value = await api.acceptApplication({ params, body: { version: at.version } })
  }

  function handIn(accepts: boolean): ReturnType<Window['handIn']> {
    const isNew = !stored.value
    return form.submit(async (fields) => {
      const at = await keep(fields)
      try {
        await goOn(at, accepts)
        return { id: at.id, isDone: true }
      } catch (thrown) {
        if (!isNew) throw thrown
        // All that was typed is with the service by now: the refusal of a new one is read where one goes on with it.
        showProblem(toProblem(thrown))
        return { id: at.id, isDone: false }
      }
    })
  }

  async function save(): Promise<string | undefined> {
    const draft = draftOf(form.values)
    if (!draft.success) {
      for (const { path } of draft.error.issues) form.touch(path.map(String).join('.'))
      ElMessage.warning('标出的内容有误，请改正或清空后再存。')
      return undefined
    }
    try {
      const { id } = await keep(draft.data)
      form.reset(form.values)
      ElMessage.success(state.value === 'DRAFT' ? '已存为草稿' : '已保存')
      return id
    } catch (thrown) {
      showProblem(toProblem(thrown))
      return undefined
    }
  }

  return { form, kept, state: computed(() => state.value), save, handIn }
}
