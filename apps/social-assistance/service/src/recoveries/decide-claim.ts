import type { Actor, Saved } from '@xishan/domain'
import type { RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { RecoveryDesk } from './recovery-desk'
import { reverse } from './withdraw-recovery'

/** After a death: whether what was paid too much is claimed from the estate. */
@Injectable()
export class DecideClaim {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  claim(actor: Actor, id: string, input: RecoveryInputs['claim']): Promise<Saved> {
    return this.desk.take(actor, id, 'claim', input, () => ({ opinion: input.opinion }))
  }

  forgo(actor: Actor, id: string, input: RecoveryInputs['forgo']): Promise<Saved> {
    return this.desk.take(actor, id, 'forgo', input, async ({ work, recovery }) => {
      await reverse(work, recovery)
      recovery.close(work.businessDate, `不予追回：${input.reason}`)
      return { opinion: input.reason }
    })
  }
}
