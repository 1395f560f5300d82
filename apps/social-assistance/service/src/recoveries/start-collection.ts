import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import { RECOVERY_WAY, recoveryLifecycle, type RecoveryInputs, type RecoveryWay } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { RecoveryDesk } from './recovery-desk'
import type { Recovery } from './recovery.entity'

/** The head of section, who did not come to the agreement himself, lets it begin. */
@Injectable()
export class StartCollection {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  offsetting(actor: Actor, id: string, input: RecoveryInputs['startOffsetting']): Promise<Saved> {
    return this.desk.take(actor, id, 'startOffsetting', input, ({ recovery }) => agreed(recovery, 'OFFSET', 'startOffsetting', input.opinion))
  }

  repaying(actor: Actor, id: string, input: RecoveryInputs['startRepaying']): Promise<Saved> {
    return this.desk.take(actor, id, 'startRepaying', input, ({ recovery }) => agreed(recovery, 'REPAY', 'startRepaying', input.opinion))
  }
}

function agreed(recovery: Recovery, way: RecoveryWay, action: 'startOffsetting' | 'startRepaying', opinion: string) {
  if (recovery.way !== way) throw new DomainProblem('recovery-way', { way: recovery.way ? label(RECOVERY_WAY, recovery.way) : '', action: recoveryLifecycle.actions[action].label })
  return { opinion }
}
