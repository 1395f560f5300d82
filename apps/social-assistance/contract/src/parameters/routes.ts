import { IdParams, Saved, type Route } from '@xishan/domain'
import { ParameterList, ParameterQuery, ProposeParameter, parameterInputs } from './parameter'

export const parameterRoutes = {
  findParameters: { method: 'GET', path: '/parameters', summary: '标准与参数', may: 'viewParameters', query: ParameterQuery, answer: ParameterList },
  proposeParameter: { method: 'POST', path: '/parameters/proposals', summary: '提出参数调整', may: 'parameter.propose', body: ProposeParameter, answer: Saved },
  approveParameter: { method: 'POST', path: '/parameters/proposals/:id/approval', summary: '批准参数调整', may: 'parameter.approve', params: IdParams, body: parameterInputs.approve, answer: Saved },
  rejectParameter: { method: 'POST', path: '/parameters/proposals/:id/rejection', summary: '退回参数调整', may: 'parameter.reject', params: IdParams, body: parameterInputs.reject, answer: Saved },
} as const satisfies Record<string, Route>
