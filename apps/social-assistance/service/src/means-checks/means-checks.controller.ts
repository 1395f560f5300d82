import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { ConcludeCheck } from './conclude-check'
import { EnterAnswers } from './enter-answers'
import { RequestRecheck } from './request-recheck'
import { TellResult } from './tell-result'

/** The check of a family's economic circumstances. */
@Controller()
export class MeansChecksController {
  constructor(
    @Inject(EnterAnswers) private readonly answers: EnterAnswers,
    @Inject(ConcludeCheck) private readonly conclusion: ConcludeCheck,
    @Inject(TellResult) private readonly telling: TellResult,
    @Inject(RequestRecheck) private readonly recheck: RequestRecheck,
  ) {}

  @Endpoint(routes.enterCheckAnswers)
  enterAnswers(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.enterCheckAnswers>) {
    return this.answers.execute(actor, params.id, body)
  }

  @Endpoint(routes.concludeCheckPassed)
  concludePassed(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.concludeCheckPassed>) {
    return this.conclusion.passed(actor, params.id, body)
  }

  @Endpoint(routes.concludeCheckNotPassed)
  concludeNotPassed(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.concludeCheckNotPassed>) {
    return this.conclusion.notPassed(actor, params.id, body)
  }

  @Endpoint(routes.tellCheckResult)
  tellResult(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.tellCheckResult>) {
    return this.telling.execute(actor, params.id, body)
  }

  @Endpoint(routes.requestRecheck)
  requestRecheck(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.requestRecheck>) {
    return this.recheck.execute(actor, params.id, body)
  }
}
