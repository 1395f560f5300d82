import { setImmediate } from 'node:timers/promises'
import { planChange, type ChangeOfStandard, type PaidBenefit } from './plan-change'
import type { PlannedBenefit } from './write-plans'

/** How many are worked out before others get their turn. */
const BREATH = 10

/** Plans benefits one after another without holding up everybody else in the process. */
export async function planAll(benefits: readonly PaidBenefit[], change: ChangeOfStandard): Promise<PlannedBenefit[]> {
  const planned: PlannedBenefit[] = []
  for (const [at, benefit] of benefits.entries()) {
    planned.push({ benefit, plan: planChange(benefit, change) })
    if (at % BREATH === BREATH - 1) await setImmediate()
  }
  return planned
}
