import { AtVersion, defineLifecycle, reasonText } from '@xishan/domain'
import { z } from 'zod'

/** What each action on a one-off payment or an adjustment asks for. */
export const payableInputs = {
  propose: z.object({}),
  approve: AtVersion.extend({ opinion: reasonText('审批意见') }),
  reject: AtVersion.extend({ reason: reasonText('退回的理由') }),
  withdraw: AtVersion.extend({ reason: reasonText('撤销的理由') }),
} as const

/** Proposed by the bureau's clerk, approved by another; withdrawn as long as nothing of it is in a batch. */
const proposedAndApproved = (name: string, title: string) =>
  defineLifecycle({
    name,
    title,
    initial: 'PROPOSED',
    states: {
      PROPOSED: { label: '待审批', step: 1, heldBy: ['BU_APPROVER', 'DIRECTOR'] },
      APPROVED: { label: '已批准', step: 2 },
      REJECTED: { label: '已退回', final: true },
      WITHDRAWN: { label: '已撤销', final: true },
    },
    actions: {
      propose: { label: '提出', from: [], to: 'PROPOSED', by: ['BU_CLERK'], input: payableInputs.propose },
      approve: { label: '批准', from: ['PROPOSED'], to: 'APPROVED', by: ['BU_APPROVER', 'DIRECTOR'], notBy: ['propose'], input: payableInputs.approve },
      reject: { label: '退回', from: ['PROPOSED'], to: 'REJECTED', by: ['BU_APPROVER', 'DIRECTOR'], notBy: ['propose'], input: payableInputs.reject, adverse: true },
      withdraw: { label: '撤销', from: ['PROPOSED', 'APPROVED'], to: 'WITHDRAWN', by: ['BU_CLERK', 'BU_APPROVER'], input: payableInputs.withdraw, adverse: true },
    },
  })

export const oneOffLifecycle = proposedAndApproved('one-off-grant', '一次性发放')
export const adjustmentLifecycle = proposedAndApproved('adjustment', '调整补差')
export type ProposedState = keyof typeof oneOffLifecycle.states
export const PROPOSED_STATES = Object.keys(oneOffLifecycle.states) as ProposedState[]

/**
 * A new version of a parameter that amounts stand on, applied to every household in pay (标准调整执行). Broken off it stays under way and
 * goes on where it stopped.
 */
export const standardChangeLifecycle = defineLifecycle({
  name: 'standard-change',
  title: '标准调整执行',
  initial: 'PENDING',
  states: {
    PENDING: { label: '待执行', step: 1, heldBy: ['BU_HEAD', 'BU_CLERK'] },
    APPLYING: { label: '执行中', step: 2, heldBy: ['BU_HEAD', 'BU_CLERK'] },
    APPLIED: { label: '已执行', step: 3, final: true },
  },
  actions: {
    begin: { label: '标准调整批准', from: [], to: 'PENDING', by: ['BU_APPROVER', 'DIRECTOR'], input: z.object({}) },
    apply: { label: '执行', from: ['PENDING', 'APPLYING'], to: 'APPLYING', by: ['BU_HEAD', 'BU_CLERK', 'SERVICE'], input: AtVersion },
    finish: { label: '执行完成', from: ['APPLYING'], to: 'APPLIED', by: ['BU_HEAD', 'BU_CLERK', 'SERVICE'], input: z.object({}) },
  },
})
export type StandardChangeState = keyof typeof standardChangeLifecycle.states
export const STANDARD_CHANGE_STATES = Object.keys(standardChangeLifecycle.states) as StandardChangeState[]
