import type { Subject } from '@xishan/service-kit'
import { AnswerSurvey } from './answer-survey'
import { FindSurveys } from './find-surveys'
import { InviteFamily } from './invite-family'
import { SatisfactionController } from './satisfaction.controller'
import { Survey } from './survey.entity'

export const satisfaction: Subject = { entities: [Survey], controllers: [SatisfactionController], providers: [FindSurveys, InviteFamily, AnswerSurvey] }
