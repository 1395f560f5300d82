import { AtVersion, defineLifecycle } from '@xishan/domain'
import { z } from 'zod'

export const ReviewEntry = AtVersion.extend({ opinion: z.string().trim().max(500, '意见不超过 500 字').default('') })
export const ReturnEntry = AtVersion.extend({ reason: z.string().trim().min(2, '请写明退回原因').max(500, '退回原因不超过 500 字') })
export const WithdrawEntry = AtVersion.extend({ reason: z.string().trim().min(2, '请写明撤回原因').max(500, '撤回原因不超过 500 字') })
export const RevokeEntry = AtVersion.extend({ reason: z.string().trim().min(2, '请写明撤销原因').max(500, '撤销原因不超过 500 字') })

/**
 * A value reported by a section (填报): entered with its evidence, reviewed by another person, and kept whatever becomes of it.
 * A later value does not end an earlier one; which one is in force is read off the cut-off dates (see {@link EntryStanding}).
 */
export const ENTRY_LIFECYCLE = defineLifecycle({
  name: 'indicator-entry',
  title: '指标填报',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '填写中', step: 1 },
    SUBMITTED: { label: '待复核', step: 2, heldBy: ['BU_HEAD'] },
    REVIEWED: { label: '已复核', step: 3 },
    RETURNED: { label: '已退回', final: true },
    WITHDRAWN: { label: '已撤回', final: true },
    REVOKED: { label: '已撤销', final: true },
  },
  actions: {
    enter: { label: '填报', from: ['DRAFT'], to: 'SUBMITTED', by: ['BU_CLERK', 'BU_HEAD'], needs: ['填报依据'], input: z.object({}) },
    review: { label: '复核通过', from: ['SUBMITTED'], to: 'REVIEWED', by: ['BU_HEAD'], notBy: ['enter'], input: ReviewEntry },
    return: { label: '退回', from: ['SUBMITTED'], to: 'RETURNED', by: ['BU_HEAD'], notBy: ['enter'], input: ReturnEntry, adverse: true },
    withdraw: { label: '撤回', from: ['SUBMITTED'], to: 'WITHDRAWN', by: ['BU_CLERK', 'BU_HEAD'], input: WithdrawEntry },
    /** A reviewed value that turned out wrong stops being shown; the one before it is in force again. */
    revoke: { label: '撤销', from: ['REVIEWED'], to: 'REVOKED', by: ['BU_HEAD'], input: RevokeEntry, adverse: true },
  },
})

/** Before its review an entry is taken back only by whoever entered it. */
export const mayWithdraw = (entry: { enteredById: string }, actor: { id: string }): boolean => entry.enteredById === actor.id
