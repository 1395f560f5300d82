import { defineLifecycle } from '@xishan/domain'
import { ATTACHMENT_KIND } from '../documents/attachment-kinds'
import { ConcludeNotPassed, ConcludePassed, EnterAnswers, RequestRecheck, TellResult } from './inputs'

/** The check of a family's economic circumstances (核对, 57号 §17, §18): asked for by the street, done by the check centre. */
export const meansCheckLifecycle = defineLifecycle({
  name: 'means-check',
  title: '家庭经济状况核对',
  initial: 'REQUESTED',
  materials: Object.fromEntries(ATTACHMENT_KIND.entries),
  states: {
    REQUESTED: { label: '待启动核对', step: 1, heldBy: ['CHECKER'], within: 'subsistence.term.means-check-start' },
    CHECKING: { label: '核对中', step: 2, heldBy: ['CHECKER'] },
    PASSED: { label: '核对通过', step: 3 },
    NOT_PASSED: { label: '核对未通过', step: 3, heldBy: ['ST_CLERK'] },
  },
  actions: {
    enterAnswers: { label: '录入核对结果', from: ['REQUESTED', 'CHECKING'], to: 'CHECKING', by: ['CHECKER'], input: EnterAnswers },
    concludePassed: { label: '核对通过', from: ['CHECKING'], to: 'PASSED', by: ['CHECKER'], input: ConcludePassed },
    concludeNotPassed: { label: '核对未通过', from: ['CHECKING'], to: 'NOT_PASSED', by: ['CHECKER'], input: ConcludeNotPassed, adverse: true },
    tellResult: { label: '告知申请人核对结果', from: ['NOT_PASSED'], to: 'NOT_PASSED', by: ['ST_CLERK', 'ST_REVIEWER'], input: TellResult },
    requestRecheck: { label: '提请复查', from: ['NOT_PASSED'], to: 'REQUESTED', by: ['ST_CLERK', 'ST_REVIEWER'], needs: ['RECHECK_PROOF'], input: RequestRecheck },
  },
})

export type MeansCheckState = keyof typeof meansCheckLifecycle.states
export type MeansCheckAction = keyof typeof meansCheckLifecycle.actions
export const MEANS_CHECK_STATES = Object.keys(meansCheckLifecycle.states) as MeansCheckState[]
