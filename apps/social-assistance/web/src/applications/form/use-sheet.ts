import type { Saved } from '@xishan/domain'
import { HouseholdInput, type ApplicationDetail } from '@xishan/social-assistance-contract'
import { showProblem, toProblem, useForm, useSession, type Form } from '@xishan/web-kit'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { api } from '../../api'
import { FinancesForm, dropOthers, financesOf } from './finances/finances-values'
import type { EntryValues } from './household/EntryChoice.vue'
import { householdOf, withoutSealed } from './household/household-values'

export type Part = 'household' | 'finances'

export interface Sheet {
  household: Form<typeof HouseholdInput>
  finances: Form<typeof FinancesForm>
  entry: Ref<EntryValues>
  isDirty: ComputedRef<boolean>
  isSaving: Ref<boolean>
  /** What was typed before the case changed elsewhere: to be looked over before it is saved. */
  isOutdated: ComputedRef<boolean>
  /** Saves what has changed, one after the other. Answers the part that is to be corrected, or nothing when all is saved. */
  save(): Promise<Part | undefined>
}

/** The household sheet and the finances of a case: two forms, saved by one button under the version last read. */
export function useSheet(detail: () => ApplicationDetail): Sheet {
  const first = detail()
  const params = { id: first.id }
  const household = useForm(HouseholdInput, householdOf(first), { draftKey: `application:${first.id}:household` })
  const finances = useForm(FinancesForm, financesOf(first, useSession().businessDate), { draftKey: `application:${first.id}:finances` })
  const entry = ref<EntryValues>({ entry: first.entry, singleMemberId: first.singleMemberId })
  const kept = ref<EntryValues>({ ...entry.value })
  const isStored = ref(first.householdId !== null)
  const version = ref(first.version)
  const isSaving = ref(false)
  watch(() => detail().version, (read) => (version.value = read))
  watch(() => household.values.members.map(({ id }) => id ?? ''), (ids) => dropOthers(finances.values, ids))

  const entryChanged = computed(() => entry.value.entry !== kept.value.entry || entry.value.singleMemberId !== kept.value.singleMemberId)
  const isOutdated = computed(() => [household, finances].some((form) => form.restoredAt !== undefined && form.values.version !== first.version))

  function took({ version: next }: Saved): void {
    version.value = next
    for (const form of [household, finances]) if (form.isDirty) form.values.version = next
  }

  async function saveHousehold(): Promise<boolean> {
    if (isStored.value && !household.isDirty) return true
    const saved = await household.submit((values) => api.fillHousehold({ params, body: { ...values, version: version.value } }))
    if (!saved) return false
    took(saved)
    isStored.value = true
    household.reset(withoutSealed(household.values))
    return true
  }

  async function saveEntry(): Promise<boolean> {
    if (!entryChanged.value) return true
    try {
      took(await api.chooseEntry({ params, body: { ...entry.value, version: version.value } }))
      kept.value = { ...entry.value }
      return true
    } catch (thrown) {
      showProblem(toProblem(thrown))
      return false
    }
  }

  async function saveFinances(): Promise<boolean> {
    if (!finances.isDirty && first.finances !== null) return true
    const saved = await finances.submit((values) => api.fillFinances({ params, body: { ...values, version: version.value } }))
    if (saved) took(saved)
    return saved !== undefined
  }

  async function save(): Promise<Part | undefined> {
    isSaving.value = true
    try {
      // A person who leaves the sheet cannot be the one who applies alone: the way of applying is put right first.
      const before = entry.value.entry === 'HOUSEHOLD' && !(await saveEntry())
      if (before || !(await saveHousehold()) || !(await saveEntry())) return 'household'
      return (await saveFinances()) ? undefined : 'finances'
    } finally {
      isSaving.value = false
    }
  }

  return { household, finances, entry, isDirty: computed(() => household.isDirty || finances.isDirty || entryChanged.value || !isStored.value), isSaving, isOutdated, save }
}
