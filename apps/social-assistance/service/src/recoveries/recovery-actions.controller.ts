import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { AgreeOnRepayment } from './agree-on-repayment'
import { DecideClaim } from './decide-claim'
import { NotifyDebtor } from './notify-debtor'
import { StartCollection } from './start-collection'
import { TakeToCourt } from './take-to-court'
import { WithdrawRecovery } from './withdraw-recovery'
import { WriteOff } from './write-off'

/** The steps of a recovery. */
@Controller()
export class RecoveryActionsController {
  constructor(
    @Inject(DecideClaim) private readonly claims: DecideClaim,
    @Inject(NotifyDebtor) private readonly notification: NotifyDebtor,
    @Inject(AgreeOnRepayment) private readonly agreement: AgreeOnRepayment,
    @Inject(StartCollection) private readonly start: StartCollection,
    @Inject(WriteOff) private readonly writingOff: WriteOff,
    @Inject(TakeToCourt) private readonly court: TakeToCourt,
    @Inject(WithdrawRecovery) private readonly withdrawal: WithdrawRecovery,
  ) {}

  @Endpoint(routes.claimRecovery)
  claimRecovery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.claimRecovery>) {
    return this.claims.claim(actor, params.id, body)
  }

  @Endpoint(routes.forgoRecovery)
  forgoRecovery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.forgoRecovery>) {
    return this.claims.forgo(actor, params.id, body)
  }

  @Endpoint(routes.notifyRecovery)
  notifyRecovery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.notifyRecovery>) {
    return this.notification.execute(actor, params.id, body)
  }

  @Endpoint(routes.agreeRecovery)
  agreeRecovery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.agreeRecovery>) {
    return this.agreement.execute(actor, params.id, body)
  }

  @Endpoint(routes.startOffsetting)
  startOffsetting(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.startOffsetting>) {
    return this.start.offsetting(actor, params.id, body)
  }

  @Endpoint(routes.startRepaying)
  startRepaying(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.startRepaying>) {
    return this.start.repaying(actor, params.id, body)
  }

  @Endpoint(routes.writeOffRecovery)
  writeOffRecovery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.writeOffRecovery>) {
    return this.writingOff.execute(actor, params.id, body)
  }

  @Endpoint(routes.takeRecoveryToCourt)
  takeRecoveryToCourt(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.takeRecoveryToCourt>) {
    return this.court.execute(actor, params.id, body)
  }

  @Endpoint(routes.withdrawRecovery)
  withdrawRecovery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawRecovery>) {
    return this.withdrawal.execute(actor, params.id, body)
  }
}
