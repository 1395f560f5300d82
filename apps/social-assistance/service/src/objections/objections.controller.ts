import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { AnswerObjection } from './answer-objection'
import { RecordObjection } from './record-objection'
import { RecordReport } from './record-report'

/** Objections to a posting, reports about a case, and their answers. */
@Controller()
export class ObjectionsController {
  constructor(
    @Inject(RecordObjection) private readonly objection: RecordObjection,
    @Inject(RecordReport) private readonly report: RecordReport,
    @Inject(AnswerObjection) private readonly answer: AnswerObjection,
  ) {}

  @Endpoint(routes.recordObjection)
  recordObjection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordObjection>) {
    return this.objection.execute(actor, params.id, body)
  }

  @Endpoint(routes.recordReport)
  recordReport(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordReport>) {
    return this.report.execute(actor, params.id, body)
  }

  @Endpoint(routes.answerObjection)
  answerObjection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.answerObjection>) {
    return this.answer.execute(actor, params.id, body)
  }
}
