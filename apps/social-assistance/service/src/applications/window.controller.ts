import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { AcceptApplication } from './accept-application'
import { CheckDuplicate } from './check-duplicate'
import { CreateDraft } from './create-draft'
import { HandCaseOn } from './hand-case-on'
import { NotAcceptApplication } from './not-accept-application'
import { RequestCorrection } from './request-correction'
import { SubmitApplication } from './submit-application'
import { UpdateDraft } from './update-draft'

/** At the window: from the first field typed to acceptance. */
@Controller()
export class WindowController {
  constructor(
    @Inject(CheckDuplicate) private readonly duplicate: CheckDuplicate,
    @Inject(CreateDraft) private readonly create: CreateDraft,
    @Inject(UpdateDraft) private readonly update: UpdateDraft,
    @Inject(SubmitApplication) private readonly submission: SubmitApplication,
    @Inject(RequestCorrection) private readonly correction: RequestCorrection,
    @Inject(AcceptApplication) private readonly acceptance: AcceptApplication,
    @Inject(NotAcceptApplication) private readonly nonAcceptance: NotAcceptApplication,
    @Inject(HandCaseOn) private readonly hand: HandCaseOn,
  ) {}

  @Endpoint(routes.checkDuplicate)
  checkDuplicate(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.checkDuplicate>) {
    return this.duplicate.execute(actor, body)
  }

  @Endpoint(routes.createDraft)
  createDraft(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.createDraft>) {
    return this.create.execute(actor, body)
  }

  @Endpoint(routes.updateDraft)
  updateDraft(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.updateDraft>) {
    return this.update.execute(actor, params.id, body)
  }

  @Endpoint(routes.submitApplication)
  submit(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitApplication>) {
    return this.submission.execute(actor, params.id, body)
  }

  @Endpoint(routes.discardDraft)
  discard(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.discardDraft>) {
    return this.hand.execute(actor, params.id, 'discard', body)
  }

  @Endpoint(routes.requestCorrection)
  requestCorrection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.requestCorrection>) {
    return this.correction.execute(actor, params.id, body)
  }

  @Endpoint(routes.completeCorrection)
  completeCorrection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.completeCorrection>) {
    return this.hand.execute(actor, params.id, 'completeCorrection', body)
  }

  @Endpoint(routes.acceptApplication)
  accept(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.acceptApplication>) {
    return this.acceptance.execute(actor, params.id, body)
  }

  @Endpoint(routes.notAcceptApplication)
  notAccept(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.notAcceptApplication>) {
    return this.nonAcceptance.execute(actor, params.id, body)
  }
}
