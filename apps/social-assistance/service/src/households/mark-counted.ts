import type { Work } from '@xishan/service-kit'
import type { Assessment } from '@xishan/social-assistance-contract'

/** Notes with each member whether the rules count it among the co-living ones (57号 §7). */
export async function markCounted(work: Work, householdId: string, { perMember }: Pick<Assessment, 'perMember'>): Promise<void> {
  await work.query(
    `update household_member m set counted = said.counted, counted_because = said.because
     from jsonb_to_recordset($2::jsonb) as said(id uuid, counted boolean, because text) where m.household_id = $1 and m.id = said.id`,
    [householdId, JSON.stringify(perMember.map(({ memberId, counted, countedBecause }) => ({ id: memberId, counted, because: countedBecause })))],
  )
}
