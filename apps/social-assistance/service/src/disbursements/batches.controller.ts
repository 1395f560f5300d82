import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { AnswerFindings } from './answer-findings'
import { StartCalculation } from './calculate-batch'
import { CreateBatch } from './create-batch'
import { SetFunds } from './set-funds'
import { TakeOutLines } from './take-out-lines'

/** Making a batch (科室制表). */
@Controller()
export class BatchesController {
  constructor(
    @Inject(CreateBatch) private readonly creation: CreateBatch,
    @Inject(SetFunds) private readonly funds: SetFunds,
    @Inject(StartCalculation) private readonly calculation: StartCalculation,
    @Inject(AnswerFindings) private readonly answers: AnswerFindings,
    @Inject(TakeOutLines) private readonly taking: TakeOutLines,
  ) {}

  @Endpoint(routes.nextBatch)
  nextBatch(@Acting() actor: Actor) {
    return this.creation.next(actor)
  }

  @Endpoint(routes.createBatch)
  createBatch(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.createBatch>) {
    return this.creation.execute(actor, body)
  }

  @Endpoint(routes.setFunds)
  setFunds(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.setFunds>) {
    return this.funds.execute(actor, params.id, body)
  }

  @Endpoint(routes.calculateBatch)
  calculateBatch(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.calculateBatch>) {
    return this.calculation.execute(actor, params.id, body.version)
  }

  @Endpoint(routes.abandonCalculation)
  abandonCalculation(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.abandonCalculation>) {
    return this.calculation.abandon(actor, params.id, body.version)
  }

  @Endpoint(routes.answerFindings)
  answerFindings(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.answerFindings>) {
    return this.answers.execute(actor, params.id, body)
  }

  @Endpoint(routes.takeOutLines)
  takeOutLines(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.takeOutLines>) {
    return this.taking.execute(actor, params.id, body)
  }
}
