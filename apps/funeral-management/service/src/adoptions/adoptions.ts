import type { Subject } from '@xishan/service-kit'
import { AdoptionActionsController } from './adoption-actions.controller'
import { AdoptionAssessment, AdoptionPart, AdoptionParty, AdoptionVisit } from './adoption-assessment.entity'
import { AdoptionsController } from './adoptions.controller'
import { AssessAdoption } from './assess-adoption'
import { ConcludeAdoption } from './conclude-adoption'
import { FindAdoptions } from './find-adoptions'
import { LetRead } from './let-read'
import { OpenAdoption } from './open-adoption'
import { ShowAdoption } from './show-adoption'

export const adoptions: Subject = {
  entities: [AdoptionAssessment, AdoptionParty, AdoptionPart, AdoptionVisit],
  controllers: [AdoptionsController, AdoptionActionsController],
  providers: [FindAdoptions, ShowAdoption, OpenAdoption, AssessAdoption, ConcludeAdoption, LetRead],
}
