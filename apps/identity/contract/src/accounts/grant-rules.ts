import { ADMINISTRATORS, ROLES, isAdministrator, type Role } from '@xishan/domain'

/** The length of the division code a role works with: street roles in a street, bureau roles in the district [assumption]. */
const SCOPE_LENGTH: Partial<Record<Role, number>> = {
  COMMUNITY: 12,
  ST_CLERK: 9,
  ST_REVIEWER: 9,
  ST_LEADER: 9,
  CHECKER: 6,
  BU_CLERK: 6,
  BU_HEAD: 6,
  BU_APPROVER: 6,
  DIRECTOR: 6,
  FINANCE: 6,
  SYS: 6,
  SEC: 6,
  AUD: 6,
  DISCIPLINE: 6,
}
const LEVEL: Record<number, string> = { 6: '区（6 位）', 9: '街道（9 位）', 12: '社区（12 位）' }

/** Roles a person can hold; `SERVICE` belongs to the platform's own services. */
export const GRANTABLE_ROLES: readonly Role[] = (Object.keys(SCOPE_LENGTH) as Role[])

export interface GrantFault {
  code: 'role-not-grantable' | 'administrators-apart' | 'scope-not-of-role'
  details: Record<string, string>
}

/**
 * Whether roles and scope may stand together on one account.
 * The three administrators stay apart from each other and from every business role (三员分立, specification A6).
 */
export function grantFault(roles: readonly Role[], scope: string): GrantFault | undefined {
  const foreign = roles.find((role) => !GRANTABLE_ROLES.includes(role))
  if (foreign) return { code: 'role-not-grantable', details: { role: ROLES[foreign] } }
  if (roles.some(isAdministrator) && roles.length > 1)
    return { code: 'administrators-apart', details: { roles: ADMINISTRATORS.map((role) => ROLES[role]).join('、') } }
  const misplaced = roles.find((role) => SCOPE_LENGTH[role] !== scope.length)
  if (misplaced) return { code: 'scope-not-of-role', details: { role: ROLES[misplaced], level: LEVEL[SCOPE_LENGTH[misplaced] ?? 6] ?? '' } }
  return undefined
}
