import type { StepView } from '@xishan/domain'
import type { Paper } from '@xishan/service-kit'
import type { BatchDetail, BatchLineRow } from '@xishan/social-assistance-contract'

/** What a paper of a batch is made from. */
export interface PaperBatch {
  batch: BatchDetail
  /** The street or community that a roster is of; empty for the whole batch. */
  place: string
  lines: readonly BatchLineRow[]
  streets: readonly { name: string; households: number; people: number; lines: number; payFen: number }[]
  mark: Pick<Paper, 'footer' | 'watermark'>
}

export const BUREAU = '昆明市西山区民政局'

/** The step by which an action was last taken, as far as it still stands: what was signed before it was sent back does not. */
export function standingStep({ steps }: Pick<BatchDetail, 'steps'>, action: string): StepView | undefined {
  const begun = steps.findLastIndex((step) => step.action === 'sendBack' || step.action === 'calculate')
  return steps.slice(begun + 1).findLast((step) => step.action === action)
}
