import type { Role } from './roles'

/**
 * Who acts. Made from a verified token, never from a request's body.
 * `scope` is a division code of 6, 9 or 12 digits; the database shows the actor only rows inside it.
 */
export interface Actor {
  kind: 'user' | 'service'
  id: string
  name: string
  roles: readonly Role[]
  scope: string
  /** The session of a user; absent for a service. */
  sessionId?: string
}

export const hasRole = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role))
