import { hasRole, type Actor, type Role } from '@xishan/domain'
import type { MemberView } from '@xishan/social-assistance-contract'

/** Those who decide on a family's circumstances, and those who oversee them; a community helper and the cashier are not among them. */
const MAY_SEE: readonly Role[] = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'CHECKER', 'DISCIPLINE']

/** Income, property, diseases and the accounts of a family are shown by role, not by area alone. */
export const seesCircumstances = (actor: Actor): boolean => hasRole(actor, MAY_SEE)

/** A member as this reader may see one. */
export const memberFor = (actor: Actor, member: MemberView): MemberView => (seesCircumstances(actor) ? member : { ...member, seriousIllness: null, staffRelative: null, note: '' })
