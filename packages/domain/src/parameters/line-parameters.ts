import { actionPermissions } from '../cases/actions'
import type { Role } from '../access/roles'
import { IdParams, Saved } from '../contract/shapes'
import type { Problems, Route } from '../contract/route'
import type { ParameterVersion } from './parameter'
import { parameterInputs, parameterLifecycle, ParameterList, ParameterQuery, ProposeParameter } from './proposal'

/** The endpoints of every line's parameters; who may read them is the line's own permission `viewParameters`. */
export const parameterRoutes = {
  findParameters: { method: 'GET', path: '/parameters', summary: '标准与参数', may: 'viewParameters', query: ParameterQuery, answer: ParameterList },
  proposeParameter: { method: 'POST', path: '/parameters/proposals', summary: '提出参数调整', may: 'parameter.propose', body: ProposeParameter, answer: Saved },
  approveParameter: { method: 'POST', path: '/parameters/proposals/:id/approval', summary: '批准参数调整', may: 'parameter.approve', params: IdParams, body: parameterInputs.approve, answer: Saved },
  rejectParameter: { method: 'POST', path: '/parameters/proposals/:id/rejection', summary: '退回参数调整', may: 'parameter.reject', params: IdParams, body: parameterInputs.reject, answer: Saved },
} as const satisfies Record<string, Route>

export const PARAMETER_PROBLEMS = {
  'parameter-unknown': { status: 404, title: '没有该参数', detail: '没有这一项标准或参数，请从列表中选择。' },
  'parameter-in-the-past': { status: 422, title: '生效日期有误', detail: '生效日期应晚于业务日期 {today}，已执行的月份不能改变。' },
  'parameter-not-first-of-month': { status: 422, title: '生效日期有误', detail: '“{title}”按月执行，追溯执行的生效日期应为某月 1 日，请改正。' },
  'parameter-too-far-back': { status: 422, title: '生效日期过早', detail: '“{title}”最多可自 {earliest} 起执行（追溯 {months} 个月），请核对文件载明的执行日期。' },
  'parameter-value': { status: 422, title: '参数值不合要求', detail: '“{title}”应为{expected}，请改正。' },
  'parameter-pending': { status: 409, title: '已有待审批的调整', detail: '“{title}”已有一项调整等待审批，请待其办结后再提出。' },
} as const satisfies Problems

/** What a text parameter may be, and how to say so. */
export interface ParameterChoice {
  values: readonly ParameterVersion['value'][]
  expected: string
}

export interface ParametersOfLine {
  /** Of the numbers of proposals, `SAP` in `XS-SAP-2025-000001`. */
  series: string
  /** Second part of a key → the title of its group on the page. */
  groups: Readonly<Record<string, string>>
  /** Keys that take only certain values. */
  choices?: Readonly<Record<string, ParameterChoice>>
  /**
   * Keys whose new value may begin on the first of a month that is over, for their documents come late: as many months back as the
   * parameter `monthsBack` says. What is made of the months that are closed is the line's own.
   */
  backdated?: { keys: readonly string[]; monthsBack: string }
  propose?: readonly Role[]
  approve?: readonly Role[]
}

/** What one line says of its parameters: everything else of them is the same in every line. */
export function defineParameters({ series, groups, choices = {}, backdated, propose, approve }: ParametersOfLine) {
  const { actions, states } = parameterLifecycle
  const approvers = approve ?? actions.approve.by
  const lifecycle: typeof parameterLifecycle = {
    ...parameterLifecycle,
    states: { ...states, PROPOSED: { ...states.PROPOSED, heldBy: approvers } },
    actions: { propose: { ...actions.propose, by: propose ?? actions.propose.by }, approve: { ...actions.approve, by: approvers }, reject: { ...actions.reject, by: approvers } },
  }
  return {
    series,
    choices,
    backdated,
    lifecycle,
    permissions: actionPermissions('parameter', lifecycle),
    groupOf: (key: string): string => groups[key.split('.')[1] ?? ''] ?? '其他',
  }
}
export type LineParameters = ReturnType<typeof defineParameters>
