import { AtVersion, defineLifecycle, reasonText } from '@xishan/domain'
import { z } from 'zod'

export const billInputs = {
  record: z.object({}),
  writeReversal: z.object({}),
  issue: AtVersion,
  discard: AtVersion.extend({ reason: reasonText('作废理由') }),
  reverse: AtVersion.extend({ reason: reasonText('冲销理由') }),
} as const

/** 费用清单: once issued it stays as it is; a mistake is taken back by a bill of the same lines with the opposite sign. */
export const billLifecycle = defineLifecycle({
  name: 'bill',
  title: '殡葬服务费用清单',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '草稿', step: 1, heldBy: ['BU_CLERK', 'ST_CLERK'] },
    ISSUED: { label: '已出具', step: 2 },
    REVERSED: { label: '已冲销', final: true },
    REVERSAL: { label: '冲销单', final: true },
    DISCARDED: { label: '草稿作废', final: true },
  },
  actions: {
    record: { label: '登记清单', from: [], to: 'DRAFT', by: ['BU_CLERK', 'ST_CLERK'], input: billInputs.record },
    issue: { label: '出具清单', from: ['DRAFT'], to: 'ISSUED', by: ['BU_CLERK', 'ST_CLERK'], input: billInputs.issue },
    discard: { label: '草稿作废', from: ['DRAFT'], to: 'DISCARDED', by: ['BU_CLERK', 'ST_CLERK'], input: billInputs.discard },
    reverse: { label: '冲销', from: ['ISSUED'], to: 'REVERSED', by: ['BU_HEAD'], notBy: ['issue'], input: billInputs.reverse, adverse: true },
    writeReversal: { label: '开冲销单', from: [], to: 'REVERSAL', by: ['BU_HEAD'], input: billInputs.writeReversal },
  },
})
export type BillState = keyof typeof billLifecycle.states
export const BILL_STATES = Object.keys(billLifecycle.states) as BillState[]
