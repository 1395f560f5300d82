import { addToMonth, type BenefitMonth } from '@xishan/domain'
import type { BenefitChangeDetail, ChangeOutcome } from '@xishan/social-assistance-contract'

type Standing = Pick<BenefitChangeDetail, 'kind' | 'isFilled' | 'assessment' | 'beforeFen' | 'firstOpenMonth' | 'lastExitMonth'>

/** What may be proposed as things stand; the service asks the same rules again. */
export function possibleOutcomes({ kind, isFilled, assessment, beforeFen }: Standing): ChangeOutcome[] {
  if (kind === 'GRADUAL_EXIT' || kind === 'STOP') return [kind]
  if (kind !== 'RECOMPUTE') return ['CHANGE']
  if (!isFilled) return ['UNCHANGED']
  if (assessment?.result === 'fail') return ['GRADUAL_EXIT', 'STOP']
  if (assessment?.result !== 'pass') return []
  return assessment.amountFen === beforeFen ? ['UNCHANGED', 'CHANGE'] : ['CHANGE']
}

/** What the household is paid if this is agreed. */
export const proposedFen = ({ kind, assessment, beforeFen }: Standing, outcome: ChangeOutcome): number =>
  outcome === 'STOP' ? 0 : outcome === 'CHANGE' && kind === 'RECOMPUTE' ? (assessment?.amountFen ?? beforeFen) : beforeFen

/** The months to begin with: what is still open is changed, an exit takes as long as it may, a stop comes at once. */
export function usualMonths({ kind, firstOpenMonth, lastExitMonth }: Standing, outcome: ChangeOutcome): { fromMonth: BenefitMonth | null; lastMonth: BenefitMonth | null } {
  if (outcome === 'GRADUAL_EXIT') return { fromMonth: null, lastMonth: lastExitMonth }
  if (outcome === 'STOP') return { fromMonth: null, lastMonth: addToMonth(firstOpenMonth, -1) }
  return { fromMonth: outcome === 'CHANGE' && (kind === 'RECOMPUTE' || kind === 'HOLD') ? firstOpenMonth : null, lastMonth: null }
}
