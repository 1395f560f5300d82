import type { ActionSpec, Lifecycle } from '@xishan/domain'

/** An action the service offers on a case. `blockedBy` is the sentence about what is still missing. */
export interface OfferedAction {
  action: string
  blockedBy?: string | null
}

export interface ActionButton {
  action: string
  label: string
  isAdverse: boolean
  isMain: boolean
  blockedBy: string | null
}

/**
 * Buttons in the lifecycle's order, decisions against the citizen last. The main one, put first, is the way on: towards a state further
 * down the lifecycle, a numbered one before one of a side path. While that way is blocked nothing else takes its place.
 */
export function actionButtons(lifecycle: Lifecycle, offered: readonly (string | OfferedAction)[]): ActionButton[] {
  const known = offered.map((one) => (typeof one === 'string' ? { action: one, blockedBy: null } : { action: one.action, blockedBy: one.blockedBy ?? null }))
  const buttons = Object.entries(lifecycle.actions).flatMap(([action, spec]) => {
    const found = known.find((one) => one.action === action)
    return found ? [{ action, label: spec.label, isAdverse: spec.adverse ?? false, blockedBy: found.blockedBy, spec }] : []
  })
  const main = wayOn(lifecycle, buttons.filter(({ isAdverse }) => !isAdverse))
  const ordered = [...buttons.filter((button) => button === main), ...buttons.filter((button) => button !== main).toSorted((a, b) => Number(a.isAdverse) - Number(b.isAdverse))]
  return ordered.map(({ spec: _, ...button }) => ({ ...button, isMain: button.action === main?.action && button.blockedBy === null }))
}

function wayOn<B extends { spec: ActionSpec }>(lifecycle: Lifecycle, buttons: readonly B[]): B | undefined {
  const states = Object.keys(lifecycle.states)
  const target = ({ spec }: B) => lifecycle.states[spec.to]
  const possible = buttons.filter((button) => !target(button)?.final || target(button)?.step !== undefined)
  const forward = possible.filter(({ spec }) => spec.from.some((from) => states.indexOf(from) < states.indexOf(spec.to)))
  return forward.find((button) => target(button)?.step !== undefined) ?? forward[0] ?? possible[0]
}
