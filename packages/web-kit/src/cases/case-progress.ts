import type { Lifecycle } from '@xishan/domain'

export interface ProgressStep {
  step: number
  label: string
  standing: 'done' | 'current' | 'ahead'
}

/**
 * The steps of the main path as the lifecycle numbers them. A case on a side path (待补正, 退回街道 …) stands at the last numbered
 * state it has been through; one that has ended off the path has no current step.
 */
export function progressSteps(lifecycle: Lifecycle, state: string, visited: readonly string[]): ProgressStep[] {
  const numbered = Object.entries(lifecycle.states).flatMap(([code, { label, step }]) => (step === undefined ? [] : [{ code, label, step }]))
  const reached = Math.max(0, ...numbered.filter(({ code }) => code === state || visited.includes(code)).map(({ step }) => step))
  const own = lifecycle.states[state]
  const at = own?.step ?? lastVisitedStep(lifecycle, visited) ?? reached
  const steps = [...new Set(numbered.map(({ step }) => step))].toSorted((a, b) => a - b)
  return steps.map((step) => ({ step, label: labelAt(numbered.filter((one) => one.step === step), state, visited), standing: standingOf(step, at, own?.final ?? false, own?.step !== undefined) }))
}

function standingOf(step: number, at: number, isFinal: boolean, onPath: boolean): ProgressStep['standing'] {
  if (step < at || (step === at && isFinal)) return 'done'
  return step === at && (onPath || !isFinal) ? 'current' : 'ahead'
}

function lastVisitedStep(lifecycle: Lifecycle, visited: readonly string[]): number | undefined {
  return visited.toReversed().map((code) => lifecycle.states[code]?.step).find((step) => step !== undefined)
}

/** Where two states share a step, the one the case is or was in names it. */
function labelAt(states: readonly { code: string; label: string }[], state: string, visited: readonly string[]): string {
  const own = states.find(({ code }) => code === state) ?? states.find(({ code }) => visited.includes(code)) ?? states.at(-1)
  return own?.label ?? ''
}
