import { CheckDesk } from './check-desk'
import { ConcludeCheck } from './conclude-check'
import { EnterAnswers } from './enter-answers'
import { FindMeansChecks } from './find-means-checks'
import { MeansCheckListController } from './means-check-list.controller'
import { MeansCheckAnswer } from './means-check-answer.entity'
import { MeansCheck } from './means-check.entity'
import { MeansChecksController } from './means-checks.controller'
import { RequestRecheck } from './request-recheck'
import { TellResult } from './tell-result'

export const meansChecks = {
  entities: [MeansCheck, MeansCheckAnswer],
  controllers: [MeansChecksController, MeansCheckListController],
  providers: [CheckDesk, EnterAnswers, ConcludeCheck, TellResult, RequestRecheck, FindMeansChecks],
}
