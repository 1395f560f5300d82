import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Header, Inject } from '@nestjs/common'
import { AnswerSurvey } from './answer-survey'
import { FindSurveys } from './find-surveys'
import { InviteFamily } from './invite-family'

@Controller()
export class SatisfactionController {
  constructor(
    @Inject(FindSurveys) private readonly find: FindSurveys,
    @Inject(InviteFamily) private readonly invitation: InviteFamily,
    @Inject(AnswerSurvey) private readonly answers: AnswerSurvey,
  ) {}

  @Endpoint(routes.findSurveys)
  findSurveys(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findSurveys>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getSurvey)
  getSurvey(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getSurvey>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.showSurveyCode)
  @Header('cache-control', 'no-store')
  showSurveyCode(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.showSurveyCode>) {
    return this.find.code(actor, params.id)
  }

  @Endpoint(routes.getSatisfaction)
  getSatisfaction(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.getSatisfaction>) {
    return this.find.rate(actor, query.year)
  }

  @Endpoint(routes.inviteFamily)
  inviteFamily(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.inviteFamily>) {
    return this.invitation.execute(actor, body)
  }

  @Endpoint(routes.answerSurvey)
  answerSurvey(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.answerSurvey>) {
    return this.answers.byClerk(actor, params.id, body)
  }

  @Endpoint(routes.followUpSurvey)
  followUpSurvey(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.followUpSurvey>) {
    return this.answers.followUp(actor, params.id, body)
  }

  @Endpoint(routes.showSurvey)
  showSurvey(@Input() { body }: RouteInput<typeof routes.showSurvey>) {
    return this.find.shown(body.code)
  }

  @Endpoint(routes.answerByCode)
  async answerByCode(@Input() { body }: RouteInput<typeof routes.answerByCode>) {
    await this.answers.byCode(body)
  }
}
