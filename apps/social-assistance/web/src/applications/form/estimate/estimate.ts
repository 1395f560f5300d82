import type { ParameterBook } from '@xishan/domain'
import {
  Deduction, Finances, IncomeItem, MemberFacts, PropertyItem, assess, type Assessment, type AssessmentEvidence,
} from '@xishan/social-assistance-contract'
import type { z } from 'zod'
import type { FinancesValues } from '../finances/finances-values'
import type { EntryValues } from '../household/EntryChoice.vue'
import type { HouseholdValues } from '../household/household-values'

export interface Estimate {
  /** Null while not even one member and the kind of standard are known. */
  assessment: Assessment | null
  /** What has been begun and not finished: it is left out of the estimate. */
  unfinished: string[]
}

export interface EstimateParts {
  household: Pick<HouseholdValues, 'residence' | 'members'>
  finances: FinancesValues
  entry: EntryValues
  meansCheck: AssessmentEvidence['meansCheck']
  book: ParameterBook
}

interface Sorted<T> {
  finished: T[]
  unfinished: number[]
}

function sort<S extends z.ZodType>(schema: S, items: readonly unknown[]): Sorted<z.output<S>> {
  const readings = items.map((item) => schema.safeParse(item))
  return { finished: readings.flatMap(({ data }) => (data === undefined ? [] : [data])), unfinished: readings.flatMap(({ success }, at) => (success ? [] : [at])) }
}

/** What the contract's rules say of the forms as they are filled in: nothing unfinished counts, and what is left out is named. */
export function estimate({ household, finances, entry, meansCheck, book }: EstimateParts): Estimate {
  const members = sort(MemberFacts, household.members)
  const parts = { incomes: sort(IncomeItem, finances.incomes), deductions: sort(Deduction, finances.deductions), properties: sort(PropertyItem, finances.properties) }
  const nameOf = (id: unknown): string => household.members.find((member) => member.id === id)?.name || '未填姓名的成员'
  const unfinished = [
    ...members.unfinished.map((at) => `${household.members[at]?.name || '未填姓名的成员'}的基本情况`),
    ...parts.incomes.unfinished.map((at) => `${nameOf(finances.incomes[at]?.memberId)}的一项收入`),
    ...parts.deductions.unfinished.map((at) => `${nameOf(finances.deductions[at]?.memberId)}的一项扣减`),
    ...parts.properties.unfinished.map((at) => `${nameOf(finances.properties[at]?.memberId)}的一项财产`),
  ]
  const known = Finances.safeParse({
    lookBackTo: finances.lookBackTo,
    examined: finances.examined,
    incomes: parts.incomes.finished,
    deductions: parts.deductions.finished,
    properties: parts.properties.finished,
  })
  const { residence } = household
  if (!residence || !known.success || members.finished.length === 0) return { assessment: null, unfinished }
  const evidence: AssessmentEvidence = { finances: known.data, meansCheck: meansCheck && { state: meansCheck.state, concludedOn: meansCheck.concludedOn } }
  return { assessment: assess({ residence, ...entry, members: members.finished }, evidence, book), unfinished }
}
