import { AnswerObjection } from './answer-objection'
import { Objection } from './objection.entity'
import { ObjectionsController } from './objections.controller'
import { RecordObjection } from './record-objection'
import { RecordReport } from './record-report'

export const objections = {
  entities: [Objection],
  controllers: [ObjectionsController],
  providers: [RecordObjection, RecordReport, AnswerObjection],
}
