import { CheckDesk } from './check-desk'
import { ConcludeCheck } from './conclude-check'
import { EnterAnswers } from './enter-answers'
import { MeansCheckAnswer } from './means-check-answer.entity'
import { MeansCheck } from './means-check.entity'
import { MeansChecksController } from './means-checks.controller'
import { RequestRecheck } from './request-recheck'
import { TellResult } from './tell-result'

export const meansChecks = {
  entities: [MeansCheck, MeansCheckAnswer],
  controllers: [MeansChecksController],
  providers: [CheckDesk, EnterAnswers, ConcludeCheck, TellResult, RequestRecheck],
}
