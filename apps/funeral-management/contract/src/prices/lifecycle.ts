import { AtVersion, IsoDate, defineLifecycle, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'

export const priceSheetInputs = {
  propose: z.object({}),
  approve: AtVersion.extend({ opinion: reasonText('审核意见') }),
  reject: AtVersion.extend({ reason: reasonText('退回理由') }),
  publish: AtVersion.extend({ publishedOn: IsoDate, place: requiredText('公示位置', 100) }),
  withdraw: AtVersion.extend({ reason: reasonText('撤回理由') }),
} as const

/** 价目调整单: proposed by one person, approved by another, in force only once it is posted. */
export const priceSheetLifecycle = defineLifecycle({
  name: 'price-sheet',
  title: '价目调整单',
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: '待审核', step: 1, heldBy: ['BU_HEAD'] },
    APPROVED: { label: '已审核，待公示', step: 2, heldBy: ['BU_CLERK'] },
    PUBLISHED: { label: '已公示', step: 3, final: true },
    REJECTED: { label: '已退回', final: true },
    WITHDRAWN: { label: '已撤回', final: true },
  },
  actions: {
    propose: { label: '提出价目', from: [], to: 'PROPOSED', by: ['BU_CLERK'], input: priceSheetInputs.propose },
    approve: { label: '审核通过', from: ['PROPOSED'], to: 'APPROVED', by: ['BU_HEAD'], notBy: ['propose'], input: priceSheetInputs.approve },
    reject: { label: '退回', from: ['PROPOSED'], to: 'REJECTED', by: ['BU_HEAD'], notBy: ['propose'], input: priceSheetInputs.reject, adverse: true },
    publish: { label: '登记公示', from: ['APPROVED'], to: 'PUBLISHED', by: ['BU_CLERK'], input: priceSheetInputs.publish },
    withdraw: { label: '撤回', from: ['PROPOSED', 'APPROVED'], to: 'WITHDRAWN', by: ['BU_CLERK'], input: priceSheetInputs.withdraw },
  },
})
export type PriceSheetState = keyof typeof priceSheetLifecycle.states
export const PRICE_SHEET_STATES = Object.keys(priceSheetLifecycle.states) as PriceSheetState[]
