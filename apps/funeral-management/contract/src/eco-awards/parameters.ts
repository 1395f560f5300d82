import type { DispositionKind } from '../dispositions/kinds'

/** Keys of eco-burial awards: terms and clocks. */
export const AWARD_PARAMETER = {
  /** From the day of disposition. */
  applyWithin: 'funeral.award.apply-within',
  checkWithin: 'funeral.award.check-within',
  correctWithin: 'funeral.award.correct-within',
  confirmWithin: 'funeral.award.confirm-within',
  payWithin: 'funeral.award.pay-within',
  recoverWithin: 'funeral.award.recover-within',
  amountStorage: 'funeral.award.amount-storage',
  amountTree: 'funeral.award.amount-tree',
  amountFlower: 'funeral.award.amount-flower',
  amountLawn: 'funeral.award.amount-lawn',
  amountSmallPlot: 'funeral.award.amount-small-plot',
  amountDeep: 'funeral.award.amount-deep',
  amountScatter: 'funeral.award.amount-scatter',
} as const

/** What an award comes to by the kind of disposition, on the day of disposition; other kinds never have one (specification E2, E4). */
export const AWARD_AMOUNT: Readonly<Partial<Record<DispositionKind, string>>> = {
  STORAGE: AWARD_PARAMETER.amountStorage,
  TREE: AWARD_PARAMETER.amountTree,
  FLOWER: AWARD_PARAMETER.amountFlower,
  LAWN: AWARD_PARAMETER.amountLawn,
  SMALL_PLOT: AWARD_PARAMETER.amountSmallPlot,
  DEEP: AWARD_PARAMETER.amountDeep,
  SCATTER: AWARD_PARAMETER.amountScatter,
}
