import { ConfirmApplication } from './confirm-application'
import { Decision } from './decision.entity'
import { DecisionsController } from './decisions.controller'
import { RecordHomeVisit } from './record-home-visit'
import { RefuseApplication } from './refuse-application'

export const decisions = {
  entities: [Decision],
  controllers: [DecisionsController],
  providers: [ConfirmApplication, RefuseApplication, RecordHomeVisit],
}
