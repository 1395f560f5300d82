import type { z } from 'zod'
import type { Role } from '../access/roles'
import { IdParams, Saved } from '../contract/shapes'
import type { Lifecycle } from './lifecycle'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * Makes the endpoints of a lifecycle's actions: `POST /applications/:id/give-opinion`, with the action's input and its own
 * permission `application.giveOpinion`.
 * @param prefix of the permissions, as in {@link actionPermissions}
 * @param path of one case, `/applications/:id`
 * @param inputs what each action asks for, by the action's name
 */
export const actionRoute =
  <const P extends string, S extends string, I extends Record<string, z.ZodObject>>(prefix: P, lifecycle: Lifecycle<S, keyof I & string>, path: string, inputs: I) =>
  <const A extends keyof I & string>(action: A) => ({
    method: 'POST' as const,
    path: `${path}/${kebab(action)}`,
    summary: lifecycle.actions[action].label,
    may: `${prefix}.${action}` as const,
    params: IdParams,
    body: inputs[action],
    answer: Saved,
  })

export type ActionPermissions<P extends string, A extends string> = { readonly [K in A as `${P}.${K}`]: readonly Role[] }

/** One permission per action, held by the roles of the lifecycle's table: there is no second list. */
export const actionPermissions = <const P extends string, S extends string, A extends string>(prefix: P, { actions }: Lifecycle<S, A>) =>
  Object.fromEntries(Object.entries<{ by: readonly Role[] }>(actions).map(([action, { by }]) => [`${prefix}.${action}`, by])) as ActionPermissions<P, A>
