import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { HandCaseOn } from '../applications/hand-case-on'
import { TerminateApplication } from '../applications/terminate-application'
import { WithdrawApplication } from '../applications/withdraw-application'
import { ConfirmApplication } from './confirm-application'
import { RecordHomeVisit } from './record-home-visit'
import { RefuseApplication } from './refuse-application'

/** From the bureau's audit to the decision, and the ways a case ends without one. */
@Controller()
export class DecisionsController {
  constructor(
    @Inject(ConfirmApplication) private readonly confirmation: ConfirmApplication,
    @Inject(RefuseApplication) private readonly refusal: RefuseApplication,
    @Inject(RecordHomeVisit) private readonly visit: RecordHomeVisit,
    @Inject(WithdrawApplication) private readonly withdrawal: WithdrawApplication,
    @Inject(TerminateApplication) private readonly termination: TerminateApplication,
    @Inject(HandCaseOn) private readonly hand: HandCaseOn,
  ) {}

  @Endpoint(routes.confirmAtStreet)
  confirmAtStreet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmAtStreet>) {
    return this.confirmation.byStreet(actor, params.id, body)
  }

  @Endpoint(routes.refuseAtStreet)
  refuseAtStreet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.refuseAtStreet>) {
    return this.refusal.byStreet(actor, params.id, body)
  }

  @Endpoint(routes.recordHomeVisit)
  recordHomeVisit(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordHomeVisit>) {
    return this.visit.execute(actor, params.id, body)
  }

  @Endpoint(routes.auditApplication)
  audit(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.auditApplication>) {
    return this.hand.execute(actor, params.id, 'audit', body)
  }

  @Endpoint(routes.sendBackAudit)
  sendBackAudit(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sendBackAudit>) {
    return this.hand.execute(actor, params.id, 'sendBackAudit', body)
  }

  @Endpoint(routes.signApplication)
  sign(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.signApplication>) {
    return this.hand.execute(actor, params.id, 'sign', body)
  }

  @Endpoint(routes.confirmApplication)
  confirm(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmApplication>) {
    return this.confirmation.byBureau(actor, params.id, body)
  }

  @Endpoint(routes.refuseApplication)
  refuse(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.refuseApplication>) {
    return this.refusal.byBureau(actor, params.id, body)
  }

  @Endpoint(routes.returnToStreet)
  returnToStreet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnToStreet>) {
    return this.hand.execute(actor, params.id, 'returnToStreet', body)
  }

  @Endpoint(routes.resubmit)
  resubmit(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resubmit>) {
    return this.hand.execute(actor, params.id, 'resubmit', body)
  }

  @Endpoint(routes.withdrawApplication)
  withdraw(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawApplication>) {
    return this.withdrawal.execute(actor, params.id, body)
  }

  @Endpoint(routes.terminateApplication)
  terminate(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.terminateApplication>) {
    return this.termination.execute(actor, params.id, body)
  }
}
