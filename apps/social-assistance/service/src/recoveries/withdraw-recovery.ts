import { monthOf, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import type { RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Benefit } from '../benefits/benefit.entity'
import { owe } from '../payables/owe'
import { enter } from './enter'
import { RecoveryDesk } from './recovery-desk'
import { RecoveryEntry } from './recovery-entry.entity'
import type { Recovery } from './recovery.entity'

/** The finding was wrong: nothing was due, and what came back already is owed to the household. */
@Injectable()
export class WithdrawRecovery {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, input: RecoveryInputs['withdraw']): Promise<Saved> {
    return this.desk.take(actor, id, 'withdraw', input, async ({ work, recovery }) => {
      await giveBack(work, recovery)
      await reverse(work, recovery)
      recovery.close(work.businessDate, input.reason)
      return { opinion: input.reason }
    })
  }
}

/** Takes every due month back. */
export async function reverse(work: Work, recovery: Recovery): Promise<void> {
  for (const { month, amountFen } of await work.find(RecoveryEntry, { recoveryId: recovery.id, kind: 'DUE' })) await enter(work, recovery, { kind: 'REVERSED', month, amountFen })
}

export async function giveBack(work: Work, recovery: Recovery): Promise<void> {
  const amountFen = recovery.settledFen
  const benefit = await work.findOne(Benefit, { id: recovery.benefitId })
  if (amountFen === 0 || !benefit) return
  const month = monthOf(work.businessDate)
  await enter(work, recovery, { kind: 'RETURNED', amountFen, month, note: '撤销追回，已收款项退还本户' })
  await owe(work, benefit, { kind: 'ADJUST', month, amountFen, causeKind: 'CORRECTION', causeId: recovery.id, cause: `撤销 ${recovery.number}，退还已收款项` })
}
