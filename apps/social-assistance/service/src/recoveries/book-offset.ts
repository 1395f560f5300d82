import type { BenefitMonth } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { Benefit } from '../benefits/benefit.entity'
import { owe } from '../payables/owe'
import { enter, saveSums } from './enter'
import { Recovery } from './recovery.entity'
import { RecoveryEntry } from './recovery-entry.entity'

export interface OffsetLine {
  lineId: string
  recoveryId: string
  offsetFen: number
  month: BenefitMonth
}

/**
 * Books what a paid line kept back, once per line. What the recovery no longer needs — it was withdrawn or settled while the line was
 * at the bank — goes back to the household as an adjustment.
 */
export async function bookOffset(work: Work, { lineId, recoveryId, offsetFen, month }: OffsetLine): Promise<void> {
  if (offsetFen <= 0) return
  const recovery = await work.get(Recovery, recoveryId)
  if (await work.findOne(RecoveryEntry, { lineId, kind: 'OFFSET' })) return
  const surplus = Math.max(0, offsetFen - recovery.owedFen)
  await enter(work, recovery, { kind: 'OFFSET', amountFen: offsetFen, month, lineId })
  if (surplus > 0) {
    await enter(work, recovery, { kind: 'RETURNED', amountFen: surplus, month, note: '抵扣时已不再欠款，退还本户' })
    const benefit = await work.findOne(Benefit, { id: recovery.benefitId })
    if (benefit) await owe(work, benefit, { kind: 'ADJUST', month, amountFen: surplus, causeKind: 'CORRECTION', causeId: lineId, cause: `退还 ${recovery.number} 多抵扣的款项` })
  }
  await saveSums(work, recovery, 'offset', `${month} 抵扣`)
}
