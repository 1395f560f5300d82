import { newId, type Work } from '@xishan/service-kit'
import { recoveryLifecycle, type RecoveryEntryKind } from '@xishan/social-assistance-contract'
import { Recovery } from './recovery.entity'
import { RecoveryEntry } from './recovery-entry.entity'

/** What an entry does to the two sums of a recovery. */
const EFFECT: Record<RecoveryEntryKind, { due: number; settled: number }> = {
  DUE: { due: 1, settled: 0 },
  REVERSED: { due: -1, settled: 0 },
  REPAID: { due: 0, settled: 1 },
  OFFSET: { due: 0, settled: 1 },
  WRITTEN_OFF: { due: 0, settled: 1 },
  RETURNED: { due: 0, settled: -1 },
}

export type NewEntry = Pick<RecoveryEntry, 'kind' | 'amountFen'> & Partial<Pick<RecoveryEntry, 'month' | 'lineId' | 'reference' | 'note'>>

/** Writes an entry and moves the sums by it; whoever calls saves the recovery. Nothing else writes entries. */
export async function enter(work: Work, recovery: Recovery, entry: NewEntry): Promise<void> {
  const { due, settled } = EFFECT[entry.kind]
  recovery.dueFen += due * entry.amountFen
  recovery.settledFen += settled * entry.amountFen
  const { id: recoveryId, divisionCode } = recovery
  await work.insert(RecoveryEntry, [Object.assign(new RecoveryEntry(), entry, { id: newId(), recoveryId, divisionCode, enteredOn: work.businessDate, enteredBy: work.actor.name })])
}

/** Saves a recovery whose sums moved; when nothing is owed any more it is settled. */
export async function saveSums(work: Work, recovery: Recovery, action: string, opinion: string) {
  const settles = recovery.owedFen === 0 && recoveryLifecycle.actions.settle.from.some((state) => state === recovery.state)
  if (settles) {
    await work.take(recovery, recoveryLifecycle, 'settle')
    recovery.close(work.businessDate, '已全部收回')
  }
  return work.save(recovery, settles ? 'settle' : action, { opinion })
}
