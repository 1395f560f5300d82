import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { AnswerByCode, surveyInputs, surveyLifecycle } from './lifecycle'
import { InviteFamily, Satisfaction, SatisfactionQuery, SurveyAsked, SurveyCodeShown, SurveyDetail, SurveyPage, SurveyQuery, SurveyShown } from './survey'

const takes = actionRoute('survey', surveyLifecycle, '/surveys/:id', surveyInputs)
const { 'survey.complain': _complained, ...permitted } = actionPermissions('survey', surveyLifecycle)

export const satisfaction = {
  permissions: {
    ...permitted,
    viewSatisfaction: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
  },
  problems: {
    'survey-known': { status: 409, title: '已发起过评价', detail: '该逝者在“{facility}”的服务评价已发起（{number}），每次服务只评价一次。' },
    'survey-code-unknown': { status: 404, title: '评价码无效', detail: '没有这个评价码，请按评价单上的评价码重新填写。' },
    'survey-over': { status: 409, title: '不能再评价', detail: '该评价码已使用或已过期，每次服务只评价一次。需要补充的，请致电西山区民政局。' },
    'survey-date': { status: 422, title: '日期有误', detail: '日期应在 {from} 至 {to} 之间，请改正。' },
  },
  routes: {
    findSurveys: { method: 'GET', path: '/surveys', summary: '满意度评价列表', may: 'viewSatisfaction', query: SurveyQuery, answer: SurveyPage },
    getSurvey: { method: 'GET', path: '/surveys/:id', summary: '满意度评价', may: 'viewSatisfaction', params: IdParams, answer: SurveyDetail },
    showSurveyCode: { method: 'GET', path: '/surveys/:id/code', summary: '评价码', may: 'survey.invite', params: IdParams, answer: SurveyCodeShown },
    getSatisfaction: { method: 'GET', path: '/satisfaction', summary: '满意率', may: 'viewSatisfaction', query: SatisfactionQuery, answer: Satisfaction },
    inviteFamily: { method: 'POST', path: '/surveys', summary: '发起评价', may: 'survey.invite', body: InviteFamily, answer: Saved },
    answerSurvey: takes('answer'),
    followUpSurvey: takes('followUp'),
    // The code stands in the body: addresses are written into logs.
    showSurvey: { method: 'POST', path: '/public/satisfaction', summary: '家属查看评价', may: 'anyone', body: SurveyAsked, answer: SurveyShown },
    answerByCode: { method: 'POST', path: '/public/satisfaction/answers', summary: '家属评价', may: 'anyone', body: AnswerByCode, answer: 'nothing' },
  },
} as const satisfies ContractPart
