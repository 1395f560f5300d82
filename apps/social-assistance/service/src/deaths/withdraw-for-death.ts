import type { Work } from '@xishan/service-kit'
import { OPEN_CHANGE_STATES, benefitChangeLifecycle, recoveryLifecycle, type RecoveryState } from '@xishan/social-assistance-contract'
import type { ParameterBook } from '@xishan/domain'
import { BenefitChange } from '../benefit-changes/benefit-change.entity'
import { byEvent } from './by-event'
import { giveBack, reverse } from '../recoveries/withdraw-recovery'
import { Recovery } from '../recoveries/recovery.entity'

/** A stop that was proposed for a death and that nobody has confirmed yet. @returns whether it was already confirmed */
export async function withdrawChange(work: Work, book: ParameterBook, id: string, because: string): Promise<boolean> {
  const change = await work.get(BenefitChange, id)
  if (change.state === 'CONFIRMED') return true
  if (!OPEN_CHANGE_STATES.includes(change.state)) return false
  await work.take(change, byEvent(benefitChangeLifecycle, 'withdraw', work.actor.roles, { from: OPEN_CHANGE_STATES }), 'withdraw')
  change.decide(work.businessDate, work.actor.name, because)
  change.enter(work.businessDate, book)
  await work.save(change, 'withdraw', { opinion: because })
  return false
}

/** Nobody has told the household of it yet. */
export const UNTOLD: readonly RecoveryState[] = ['PROPOSED', 'FOUND']
const CLOSED: readonly RecoveryState[] = ['WITHDRAWN', 'WRITTEN_OFF']

/** What was claimed for a death is not due; what came back already is owed to the household. @returns false where it was written off */
export async function withdrawRecovery(work: Work, id: string, because: string): Promise<boolean> {
  const recovery = await work.get(Recovery, id)
  if (CLOSED.includes(recovery.state)) return recovery.state === 'WITHDRAWN'
  await work.take(recovery, byEvent(recoveryLifecycle, 'withdraw', work.actor.roles, { from: [recovery.state] }), 'withdraw')
  await giveBack(work, recovery)
  await reverse(work, recovery)
  recovery.close(work.businessDate, because)
  await work.save(recovery, 'withdraw', { opinion: because })
  return true
}
