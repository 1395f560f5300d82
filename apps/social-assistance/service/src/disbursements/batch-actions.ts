import { availableActions, formatYuan, type Actor, type AvailableAction, type StepTaken } from '@xishan/domain'
import { batchLifecycle, type BatchAction, type BatchDetail, type BatchState } from '@xishan/social-assistance-contract'

/** What an action still waits for, as the page says it; the use case asks the same again. */
export interface Standing {
  state: BatchState
  steps: readonly StepTaken[]
  openFindings: number
  fundsFen: number
  payFen: number
  payLines: number
}

function blockedBy(action: BatchAction, { openFindings, fundsFen, payFen, payLines }: Standing): string | null {
  if (action !== 'submit') return null
  if (payLines === 0) return '没有待发放的明细。'
  if (openFindings > 0) return `还有 ${openFindings} 项校验结果未处理。`
  if (fundsFen !== payFen) return `资金来源合计 ${formatYuan(fundsFen)} 元，应发 ${formatYuan(payFen)} 元，须相等。`
  return null
}

export const actionsOn = (standing: Standing, actor: Actor): AvailableAction[] =>
  availableActions(batchLifecycle, standing, actor).map((action) => {
    const { label, adverse = false } = batchLifecycle.actions[action]
    return { action, label, adverse, blockedBy: blockedBy(action, standing) }
  })

export const sumOf = (sums: BatchDetail['sums'], states: readonly string[], of: 'payFen' | 'lines'): number =>
  sums.reduce((sum, row) => sum + (states.includes(row.state) ? row[of] : 0), 0)
