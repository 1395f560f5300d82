import type { Lifecycle, Role } from '@xishan/domain'

/** The number of an open case for whoever has it on the desk: reason enough to see what is masked. */
export function handledNumber(lifecycle: Lifecycle, { state, number }: { state: string; number: string }, roles: readonly Role[]): string | undefined {
  const spec = lifecycle.states[state]
  return spec?.final !== true && spec?.heldBy?.some((role) => roles.includes(role)) ? number : undefined
}
