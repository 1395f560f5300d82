import { nextState, ROLE_CODES, ROLES, type Lifecycle, type StepTaken } from '@xishan/domain'
import type { TestService } from '@xishan/service-kit/testing'

interface StoredStep {
  id: string
  action: string
  from: string | null
  to: string
  actor: string
  roles: string[]
}

/** The steps that the lifecycle would not have let happen. */
export function astray<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, stored: readonly StoredStep[]): string[] {
  const isAction = (name: string): name is A => name in lifecycle.actions
  const earlier = new Map<string, StepTaken[]>()
  return stored.flatMap(({ id, action, from, to, actor, roles }) => {
    const steps = earlier.get(id) ?? []
    earlier.set(id, [...steps, { action, actorId: actor }])
    if (from === null) return []
    const by = { kind: 'user' as const, id: actor, name: '', roles: ROLE_CODES.filter((code) => roles.includes(ROLES[code])), scope: '530112' }
    return isAction(action) && nextState(lifecycle, action, { state: from, steps }, by) === to ? [] : [`${id} ${action}`]
  })
}

export const stepsOf = ({ sql }: Pick<TestService, 'sql'>, type: string): Promise<StoredStep[]> =>
  sql<StoredStep>(`select case_id as id, action, from_state as "from", to_state as "to", actor_id as actor, actor_roles as roles from case_step where case_type = $1 order by case_id, seq`, [type])
