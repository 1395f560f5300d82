import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { Countersign } from './countersign'
import { Investigate } from './investigate'
import { InvestigateAgain } from './investigate-again'
import { StartInvestigation } from './start-investigation'

/** The investigation by two people, and the ways back to it. */
@Controller()
export class InvestigationsController {
  constructor(
    @Inject(StartInvestigation) private readonly start: StartInvestigation,
    @Inject(Investigate) private readonly first: Investigate,
    @Inject(Countersign) private readonly second: Countersign,
    @Inject(InvestigateAgain) private readonly again: InvestigateAgain,
  ) {}

  @Endpoint(routes.startInvestigation)
  startInvestigation(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.startInvestigation>) {
    return this.start.execute(actor, params.id, body)
  }

  @Endpoint(routes.investigate)
  investigate(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.investigate>) {
    return this.first.execute(actor, params.id, body)
  }

  @Endpoint(routes.countersign)
  countersign(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.countersign>) {
    return this.second.execute(actor, params.id, body)
  }

  @Endpoint(routes.sendBackSurvey)
  sendBackSurvey(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sendBackSurvey>) {
    return this.again.execute(actor, params.id, 'sendBackSurvey', body)
  }

  @Endpoint(routes.reinvestigate)
  reinvestigate(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reinvestigate>) {
    return this.again.execute(actor, params.id, 'reinvestigate', body)
  }

  @Endpoint(routes.resumeInvestigation)
  resumeInvestigation(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resumeInvestigation>) {
    return this.again.execute(actor, params.id, 'resumeInvestigation', body)
  }
}
