import type { Actor, Lifecycle, Role } from '@xishan/domain'
import type { Conditions } from '../lists/conditions'

/** A way on from a state that an actor's role may take unless the actor did one of these before on the same case. */
export interface WayOn {
  state: string
  notBy: readonly string[]
}

/**
 * What a lifecycle leaves with these roles. A state is held for the sake of the action that separation of duties guards; where there is
 * none, whoever holds the state may go on. Handing back or breaking off alone makes nobody's task.
 */
export function waysOn(lifecycle: Lifecycle, roles: readonly Role[]): WayOn[] {
  return Object.entries(lifecycle.states).flatMap(([state, { heldBy = [] }]) => {
    if (!heldBy.some((role) => roles.includes(role))) return []
    const guarded = Object.values(lifecycle.actions).filter((action) => action.from.includes(state) && action.notBy && action.by.some((role) => roles.includes(role)))
    return guarded.length > 0 ? guarded.map(({ notBy = [] }) => ({ state, notBy })) : [{ state, notBy: [] }]
  })
}

/** Restricts a list of cases to those that wait for this actor. */
export function waitsFor(conditions: Conditions, lifecycle: Lifecycle, table: string, actor: Actor): void {
  const ways = waysOn(lifecycle, actor.roles)
  conditions.and(`${table}.state = any(?::text[])`, [...new Set(ways.map(({ state }) => state))])
  conditions.and(
    `exists (select from jsonb_to_recordset(?::jsonb) as way(state text, "notBy" jsonb)
             where way.state = ${table}.state
               and not exists (select from case_step s where s.case_id = ${table}.id and s.actor_id = ? and way."notBy" @> to_jsonb(s.action)))`,
    JSON.stringify(ways),
    actor.id,
  )
}
