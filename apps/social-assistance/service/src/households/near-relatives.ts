import { DomainProblem, type Actor } from '@xishan/domain'
import type { Conditions, Work } from '@xishan/service-kit'

/** Whether who has this account is a near relative of the household (57号 §11); both are SQL expressions. */
export const isRelative = (id: string, account: string): string => `exists (select from household_member m where m.household_id = ${id} and m.facts #>> '{staffRelative,accountId}' = ${account})`

/** Leaves out the households of the actor's near relatives. @param householdId an SQL expression */
export const ofNoRelative = (conditions: Conditions, householdId: string, { id }: Actor): Conditions => conditions.and(`not ${isRelative(householdId, '?')}`, id)

/** @throws DomainProblem `staff-relative` */
export async function requireNoRelative(work: Work, householdId: string | null): Promise<void> {
  const [related] = await work.query(`select 1 where ${isRelative('$1::uuid', '$2::text')}`, [householdId, work.actor.id])
  if (related) throw new DomainProblem('staff-relative')
}
