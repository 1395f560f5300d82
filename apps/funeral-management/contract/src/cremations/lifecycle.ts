import { AtVersion, defineLifecycle, reasonText } from '@xishan/domain'
import { z } from 'zod'

export const cremationChangeInputs = {
  propose: z.object({}),
  approve: AtVersion.extend({ opinion: reasonText('审核意见') }),
  reject: AtVersion.extend({ reason: reasonText('退回理由') }),
} as const

/** The record stays as it is until another person approves. */
export const cremationChangeLifecycle = defineLifecycle({
  name: 'cremation-change',
  title: '火化记录更正',
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: '待审核', step: 1, heldBy: ['BU_HEAD'] },
    APPROVED: { label: '已生效', step: 2, final: true },
    REJECTED: { label: '已退回', final: true },
  },
  actions: {
    propose: { label: '提出更正', from: [], to: 'PROPOSED', by: ['ST_CLERK', 'BU_CLERK'], input: cremationChangeInputs.propose },
    approve: { label: '审核通过', from: ['PROPOSED'], to: 'APPROVED', by: ['BU_HEAD'], notBy: ['propose'], input: cremationChangeInputs.approve },
    reject: { label: '退回', from: ['PROPOSED'], to: 'REJECTED', by: ['BU_HEAD'], notBy: ['propose'], input: cremationChangeInputs.reject, adverse: true },
  },
})
export type CremationChangeState = keyof typeof cremationChangeLifecycle.states
