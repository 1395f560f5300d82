import { DomainProblem, ROLES, type Role } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'

/** @throws DomainProblem `last-administrator` when nobody but this account could still do the role's work */
export async function keepAnAdministrator(work: Work, role: Role, exceptId: string): Promise<void> {
  const others = await work.query(`select 1 from account where state = 'ACTIVE' and $1 = any(roles) and id <> $2 for update`, [role, exceptId])
  if (others.length === 0) throw new DomainProblem('last-administrator', { role: ROLES[role] })
}
