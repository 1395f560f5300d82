import type { z } from 'zod'
import { hasRole, type Actor } from '../access/actor'
import { ROLES, type Role } from '../access/roles'
import { DomainProblem } from '../contract/problem'

export interface StateSpec {
  /** What staff call the state. */
  label: string
  /** The place of the state on the progress bar; states of side paths have none. */
  step?: number
  /** No action leads on: the case is over. */
  final?: boolean
  /** Roles whose task list shows a case in this state. */
  heldBy?: readonly Role[]
  /** Parameter key of the period within which the state must be left, counted from the day it was entered. */
  within?: string
}

export interface ActionSpec<S extends string = string, A extends string = string> {
  label: string
  from: readonly S[]
  to: S
  by: readonly Role[]
  /** Who did one of these earlier actions on the same case may not do this one. */
  notBy?: readonly A[]
  /** Attachment kinds that must be present. */
  needs?: readonly string[]
  input: z.ZodObject
  /** A decision against the citizen, shown with the remedies and in the warning colour. */
  adverse?: boolean
}

export interface Lifecycle<S extends string = string, A extends string = string> {
  name: string
  title: string
  initial: S
  /** Attachment kind → what staff call it. */
  materials?: Record<string, string>
  states: Record<S, StateSpec>
  actions: Record<A, ActionSpec<S, NoInfer<A>>>
}

/**
 * The one list of states and actions of a kind of case. The service enforces it, the page draws its buttons and progress from
 * it, and the access tests run over it.
 */
export function defineLifecycle<const S extends string, const A extends string>(lifecycle: Lifecycle<S, A>): Lifecycle<S, A> {
  return lifecycle
}

/** An earlier action on the case and who did it. An investigation by two people is two entries. */
export interface StepTaken {
  action: string
  actorId: string
}

export interface CaseStanding {
  state: string
  steps: readonly StepTaken[]
}

/**
 * The state the action leads to.
 * @throws DomainProblem `action-out-of-state`, `action-not-yours` or `separation-of-duties`
 */
export function nextState<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, action: A, standing: CaseStanding, actor: Actor): S {
  const spec = lifecycle.actions[action]
  const earlier = spec.notBy?.find((done) => standing.steps.some((step) => step.action === done && step.actorId === actor.id))
  if (!hasRole(actor, spec.by))
    throw new DomainProblem('action-not-yours', { action: spec.label, roles: spec.by.map((role) => ROLES[role]).join('、') })
  if (!spec.from.some((state) => state === standing.state))
    throw new DomainProblem('action-out-of-state', { action: spec.label, state: labelOf(lifecycle, standing.state) })
  if (earlier) throw new DomainProblem('separation-of-duties', { action: spec.label, earlier: lifecycle.actions[earlier].label })
  return spec.to
}

/** The staff's word for a state. */
export const labelOf = (lifecycle: Lifecycle, state: string): string => lifecycle.states[state]?.label ?? state

/** The actions this actor may take on the case now: what the page offers as buttons. */
export function availableActions<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, standing: CaseStanding, actor: Actor): A[] {
  return (Object.keys(lifecycle.actions) as A[]).filter((action) => {
    try {
      nextState(lifecycle, action, standing, actor)
      return true
    } catch {
      return false
    }
  })
}
