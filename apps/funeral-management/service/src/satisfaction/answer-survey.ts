import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { SATISFACTION_PARAMETER, asksForFollowUp, surveyLifecycle, type AnswerByCode, type routes } from '@xishan/funeral-management-contract'
import { CIPHERS, ParameterBooks, UnitOfWork, calendar, serviceActor, type Ciphers, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Survey, type SurveyAnswer } from './survey.entity'

/** Nobody signs in to answer: the code is who they are. */
const FAMILY: Actor = { ...serviceActor('funeral-management'), name: '家属（评价码）' }

/** Answers, each once: by the family's code, or by a clerk from a telephone call or from paper. */
@Injectable()
export class AnswerSurvey {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** @throws DomainProblem `survey-code-unknown`, `survey-over` */
  async byCode({ code, grade, words }: AnswerByCode): Promise<void> {
    await this.unitOfWork.run(FAMILY, async (work) => {
      const found = await work.findOne(Survey, { codeLookup: this.ciphers.lookup('survey', code) })
      if (!found) throw new DomainProblem('survey-code-unknown')
      const survey = await work.get(Survey, found.id)
      if (survey.state !== 'INVITED' || survey.closesOn < work.businessDate) throw new DomainProblem('survey-over')
      return this.take(work, survey, { grade, words, source: 'LINK', answeredOn: work.businessDate, enteredBy: '' })
    })
  }

  byClerk(actor: Actor, id: string, { version, ...answer }: RouteInput<typeof routes.answerSurvey>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const survey = await work.get(Survey, id, version)
      requireDay(answer.answeredOn, survey.invitedOn, work, 'answeredOn')
      return this.take(work, survey, { ...answer, enteredBy: actor.name })
    })
  }

  followUp(actor: Actor, id: string, { version, contactedOn, outcome, result }: RouteInput<typeof routes.followUpSurvey>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const survey = await work.get(Survey, id, version)
      await work.take(survey, surveyLifecycle, 'followUp')
      requireDay(contactedOn, survey.answeredOn ?? survey.invitedOn, work, 'contactedOn')
      survey.followUp(contactedOn, outcome, result)
      return work.save(survey, 'followUp', { opinion: result })
    })
  }

  /** Who was not satisfied is spoken with before the clock runs out. */
  private async take(work: Work, survey: Survey, answer: SurveyAnswer): Promise<Saved> {
    const action = asksForFollowUp(answer.grade) ? 'complain' : 'answer'
    await work.take(survey, surveyLifecycle, action)
    const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
    survey.answer(answer, action === 'complain' ? calendar.due(work.businessDate, { count: book.number(SATISFACTION_PARAMETER.followUpDays), unit: 'working-days' }) : null)
    return work.save(survey, action, { opinion: answer.words })
  }
}

/** @throws DomainProblem `survey-date` */
function requireDay(day: string, from: string, { businessDate: to }: Work, field: string): void {
  if (day < from || day > to) throw new DomainProblem('survey-date', { from, to }, [{ field, message: `应在 ${from} 至 ${to} 之间` }])
}
