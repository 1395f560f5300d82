import type { Lifecycle } from '@xishan/domain'

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

/** Buttons in the lifecycle's order: the first way forward is the main one, decisions against the citizen come last. */
export function actionButtons(lifecycle: Lifecycle, offered: readonly (string | OfferedAction)[]): ActionButton[] {
  const known = offered.map((one) => (typeof one === 'string' ? { action: one, blockedBy: null } : { action: one.action, blockedBy: one.blockedBy ?? null }))
  const buttons = Object.entries(lifecycle.actions).flatMap(([action, spec]) => {
    const found = known.find((one) => one.action === action)
    return found ? [{ action, label: spec.label, isAdverse: spec.adverse ?? false, blockedBy: found.blockedBy }] : []
  })
  const ordered = [...buttons.filter(({ isAdverse }) => !isAdverse), ...buttons.filter(({ isAdverse }) => isAdverse)]
  const main = ordered.find(({ isAdverse, blockedBy }) => !isAdverse && blockedBy === null)
  return ordered.map((button) => ({ ...button, isMain: button === main }))
}
