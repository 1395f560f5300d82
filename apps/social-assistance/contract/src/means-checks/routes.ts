import { IdParams, Saved, type Route } from '@xishan/domain'
import { ConcludeNotPassed, ConcludePassed, EnterAnswers, RequestRecheck, TellResult } from './inputs'
import { MeansCheckDetail, MeansCheckPage, MeansCheckQuery } from './means-check'

export const meansCheckRoutes = {
  findMeansChecks: { method: 'GET', path: '/means-checks', summary: '核对任务列表', may: 'viewMeansChecks', query: MeansCheckQuery, answer: MeansCheckPage },
  getMeansCheck: { method: 'GET', path: '/means-checks/:id', summary: '核对任务', may: 'viewMeansChecks', params: IdParams, answer: MeansCheckDetail },
  enterCheckAnswers: { method: 'POST', path: '/means-checks/:id/answers', summary: '录入核对结果', may: 'check.enterAnswers', params: IdParams, body: EnterAnswers, answer: Saved },
  concludeCheckPassed: { method: 'POST', path: '/means-checks/:id/passed', summary: '核对通过', may: 'check.concludePassed', params: IdParams, body: ConcludePassed, answer: Saved },
  concludeCheckNotPassed: { method: 'POST', path: '/means-checks/:id/not-passed', summary: '核对未通过', may: 'check.concludeNotPassed', params: IdParams, body: ConcludeNotPassed, answer: Saved },
  tellCheckResult: { method: 'POST', path: '/means-checks/:id/told', summary: '告知申请人核对结果', may: 'check.tellResult', params: IdParams, body: TellResult, answer: Saved },
  requestRecheck: { method: 'POST', path: '/means-checks/:id/recheck', summary: '提请复查', may: 'check.requestRecheck', params: IdParams, body: RequestRecheck, answer: Saved },
} as const satisfies Record<string, Route>
