import { codeSet, deliveryInput, deliveryView, type CodeOf } from '@xishan/domain'
import type { z } from 'zod'
import type { ChangeKind } from './code-sets'
import type { BenefitChangeState } from './lifecycle'

/** What is told to the household, in writing. */
export const CHANGE_PAPER = codeSet('在保变更文书', '本平台约定', [
  ['CHANGE_NOTICE', '待遇变更告知书'],
  ['HOLD_NOTICE', '缓发告知书'],
  ['EXIT_NOTICE', '渐退告知书'],
  ['STOP_NOTICE', '停发告知书'],
])
export type ChangePaper = CodeOf<typeof CHANGE_PAPER>

const PAPER_OF: Readonly<Record<ChangeKind, ChangePaper>> = {
  RECOMPUTE: 'CHANGE_NOTICE',
  ACCOUNT: 'CHANGE_NOTICE',
  HEAD: 'CHANGE_NOTICE',
  RESUME: 'CHANGE_NOTICE',
  HOLD: 'HOLD_NOTICE',
  GRADUAL_EXIT: 'EXIT_NOTICE',
  STOP: 'STOP_NOTICE',
}

/** The notice of a change, once it is confirmed. */
export const changePapers = ({ kind, state }: { kind: ChangeKind; state: BenefitChangeState }): ChangePaper[] => (state === 'CONFIRMED' ? [PAPER_OF[kind]] : [])

export const ChangeDeliveryInput = deliveryInput(CHANGE_PAPER)
export type ChangeDeliveryInput = z.infer<typeof ChangeDeliveryInput>
export const ChangeDeliveryView = deliveryView(CHANGE_PAPER)
export type ChangeDeliveryView = z.infer<typeof ChangeDeliveryView>
