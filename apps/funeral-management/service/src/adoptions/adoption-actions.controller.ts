import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { AssessAdoption } from './assess-adoption'
import { ConcludeAdoption } from './conclude-adoption'

@Controller()
export class AdoptionActionsController {
  constructor(
    @Inject(AssessAdoption) private readonly assessing: AssessAdoption,
    @Inject(ConcludeAdoption) private readonly conclusion: ConcludeAdoption,
  ) {}

  @Endpoint(routes.assignAdoption)
  assignAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.assignAdoption>) {
    return this.assessing.assign(actor, params.id, body)
  }

  @Endpoint(routes.assessAdoption)
  assessAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.assessAdoption>) {
    return this.assessing.assess(actor, params.id, body)
  }

  @Endpoint(routes.suspendAdoption)
  suspendAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.suspendAdoption>) {
    return this.assessing.suspend(actor, params.id, body)
  }

  @Endpoint(routes.resumeAdoption)
  resumeAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resumeAdoption>) {
    return this.assessing.resume(actor, params.id, body)
  }

  @Endpoint(routes.reportAdoption)
  reportAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reportAdoption>) {
    return this.assessing.report(actor, params.id, body)
  }

  @Endpoint(routes.withdrawAdoption)
  withdrawAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawAdoption>) {
    return this.assessing.withdraw(actor, params.id, body)
  }

  @Endpoint(routes.passAdoption)
  passAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.passAdoption>) {
    return this.conclusion.decide(actor, params.id, 'pass', body.version, body.opinion)
  }

  @Endpoint(routes.refuseAdoption)
  refuseAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.refuseAdoption>) {
    return this.conclusion.decide(actor, params.id, 'refuse', body.version, body.opinion)
  }

  @Endpoint(routes.returnAdoption)
  returnAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnAdoption>) {
    return this.conclusion.decide(actor, params.id, 'return', body.version, body.reason)
  }

  @Endpoint(routes.handOverAdoption)
  handOverAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.handOverAdoption>) {
    return this.conclusion.handOver(actor, params.id, body)
  }

  @Endpoint(routes.announceAdoption)
  announceAdoption(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.announceAdoption>) {
    return this.conclusion.announce(actor, params.id, body)
  }

  @Endpoint(routes.recordAdoptionOutcome)
  recordAdoptionOutcome(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordAdoptionOutcome>) {
    return this.conclusion.recordOutcome(actor, params.id, body)
  }

  @Endpoint(routes.recordAdoptionVisit)
  recordAdoptionVisit(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordAdoptionVisit>) {
    return this.conclusion.visit(actor, params.id, body)
  }
}
