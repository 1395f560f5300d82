import type { ActionSpec, Lifecycle, Role } from '@xishan/domain'

/** A lifecycle for one action that is taken because of an event, not by its people: by whoever handles the event, from where the case is. */
export const byEvent = <S extends string, A extends string>(lifecycle: Lifecycle<S, A>, action: A, by: readonly Role[], way: Partial<Pick<ActionSpec<S, A>, 'from' | 'to'>> = {}): Lifecycle<S, A> => ({
  ...lifecycle,
  actions: { ...lifecycle.actions, [action]: { ...lifecycle.actions[action], by, ...way } },
})
