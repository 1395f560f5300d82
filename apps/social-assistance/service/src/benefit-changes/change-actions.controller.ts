import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { ConfirmChange } from './confirm-change'
import { FillChangeFacts } from './fill-change-facts'
import { HandChangeOn } from './hand-change-on'
import { ProposeChange } from './propose-change'
import { ReportBenefitChange } from './report-change'

/** A change from its report to its confirmation. */
@Controller()
export class ChangeActionsController {
  constructor(
    @Inject(ReportBenefitChange) private readonly reports: ReportBenefitChange,
    @Inject(FillChangeFacts) private readonly facts: FillChangeFacts,
    @Inject(ProposeChange) private readonly proposal: ProposeChange,
    @Inject(HandChangeOn) private readonly hand: HandChangeOn,
    @Inject(ConfirmChange) private readonly confirmation: ConfirmChange,
  ) {}

  @Endpoint(routes.reportChange)
  report(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.reportChange>) {
    return this.reports.execute(actor, body)
  }

  @Endpoint(routes.fillChangeFacts)
  fillFacts(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.fillChangeFacts>) {
    return this.facts.execute(actor, params.id, body)
  }

  @Endpoint(routes.proposeChange)
  propose(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.proposeChange>) {
    return this.proposal.execute(actor, params.id, body)
  }

  @Endpoint(routes.reviewChange)
  review(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reviewChange>) {
    return this.hand.review(actor, params.id, body)
  }

  @Endpoint(routes.confirmUnchanged)
  confirmUnchanged(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmUnchanged>) {
    return this.confirmation.confirmUnchanged(actor, params.id, body)
  }

  @Endpoint(routes.confirmChange)
  confirm(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmChange>) {
    return this.confirmation.confirm(actor, params.id, body)
  }

  @Endpoint(routes.sendBackChange)
  sendBack(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sendBackChange>) {
    return this.hand.sendBack(actor, params.id, body)
  }

  @Endpoint(routes.rejectChange)
  reject(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectChange>) {
    return this.confirmation.reject(actor, params.id, body)
  }

  @Endpoint(routes.withdrawChange)
  withdraw(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawChange>) {
    return this.hand.withdraw(actor, params.id, body)
  }
}
