import type { Role } from '@xishan/domain'
import { applicationLifecycle, isDecided, type ApplicationDetail } from '@xishan/social-assistance-contract'

/** The number of an open case for whoever has it on the desk: reason enough to see what is masked. */
export function handledNumber({ state, number }: Pick<ApplicationDetail, 'state' | 'number'>, roles: readonly Role[]): string | undefined {
  const holders = applicationLifecycle.states[state].heldBy ?? []
  return !isDecided(state) && holders.some((role) => roles.includes(role)) ? number : undefined
}
