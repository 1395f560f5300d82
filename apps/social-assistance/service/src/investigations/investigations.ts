import { Countersign } from './countersign'
import { Investigate } from './investigate'
import { InvestigateAgain } from './investigate-again'
import { InvestigationsController } from './investigations.controller'
import { StartInvestigation } from './start-investigation'
import { Survey } from './survey.entity'

export const investigations = {
  entities: [Survey],
  controllers: [InvestigationsController],
  providers: [StartInvestigation, Investigate, Countersign, InvestigateAgain],
}
