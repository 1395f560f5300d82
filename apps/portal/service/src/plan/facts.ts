import type { IndicatorComponent } from '@xishan/domain'
import type { RulingOption } from '@xishan/portal-contract'

/** The last answer of a line for an indicator. */
export interface SnapshotFact {
  indicator: number
  line: string
  asOf: string
  cutOff: string
  value: number | null
  components: IndicatorComponent[]
  complete: boolean
  note: string
  collectedAt: Date
}

/** The reviewed entry that is in force for an indicator. */
export interface EntryFact {
  indicator: number
  id: string
  value: number
  dataAsOf: string
  sourceText: string
  enteredBy: string
  reviewedBy: string
  reviewedOn: string
}

/** An open point as far as it concerns indicators: whether it was ruled on, and what the ruling chose. */
export interface PointFact {
  id: string
  title: string
  indicators: number[]
  ruled: boolean
  option: RulingOption | null
}
