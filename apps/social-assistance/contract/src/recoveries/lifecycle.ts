import { defineLifecycle } from '@xishan/domain'
import { recoveryInputs } from './action-inputs'

const OPEN = ['NOTIFIED', 'AGREED', 'OFFSETTING', 'REPAYING', 'TO_COURT'] as const

/**
 * What was paid without right comes back (追回; specification B10): found, told to the household, agreed, kept back or repaid. After a
 * death a person first decides whether it is claimed. Repayments and offsets are entries and move the case only when nothing is owed.
 */
export const recoveryLifecycle = defineLifecycle({
  name: 'recovery',
  title: '追回',
  initial: 'FOUND',
  states: {
    PROPOSED: { label: '待决定是否追回', heldBy: ['BU_HEAD', 'BU_APPROVER'] },
    FOUND: { label: '待告知', step: 1, heldBy: ['ST_CLERK'] },
    NOTIFIED: { label: '已告知，待协商', step: 2, heldBy: ['ST_CLERK'] },
    AGREED: { label: '已协商，待科长确认', step: 3, heldBy: ['BU_HEAD'] },
    OFFSETTING: { label: '抵扣中', step: 4 },
    REPAYING: { label: '退款中', step: 4, heldBy: ['FINANCE'] },
    TO_COURT: { label: '已移送人民法院', heldBy: ['BU_HEAD'] },
    SETTLED: { label: '已结清', step: 5, final: true },
    WRITTEN_OFF: { label: '已核销', final: true },
    WITHDRAWN: { label: '已撤销', final: true },
  },
  actions: {
    /** By whoever confirms a change or corrects an error, or by the handling of a death. */
    find: { label: '发现多发', from: [], to: 'FOUND', by: ['BU_CLERK', 'BU_HEAD'], input: recoveryInputs.find },
    claim: { label: '决定追回', from: ['PROPOSED'], to: 'FOUND', by: ['BU_HEAD', 'BU_APPROVER'], input: recoveryInputs.claim },
    forgo: { label: '不予追回', from: ['PROPOSED'], to: 'WITHDRAWN', by: ['BU_APPROVER', 'DIRECTOR'], input: recoveryInputs.forgo },
    notify: { label: '登记告知', from: ['FOUND'], to: 'NOTIFIED', by: ['ST_CLERK', 'BU_CLERK'], input: recoveryInputs.notify },
    agree: { label: '登记协商结果', from: ['NOTIFIED', 'AGREED', 'OFFSETTING', 'REPAYING'], to: 'AGREED', by: ['ST_CLERK', 'BU_CLERK'], input: recoveryInputs.agree },
    startOffsetting: { label: '确认抵扣', from: ['AGREED'], to: 'OFFSETTING', by: ['BU_HEAD'], notBy: ['agree'], input: recoveryInputs.startOffsetting },
    startRepaying: { label: '确认退款安排', from: ['AGREED'], to: 'REPAYING', by: ['BU_HEAD'], notBy: ['agree'], input: recoveryInputs.startRepaying },
    /** The last repayment or offset came in. */
    settle: { label: '结清', from: ['FOUND', ...OPEN], to: 'SETTLED', by: ['FINANCE', 'SERVICE'], input: recoveryInputs.settle },
    writeOff: { label: '核销', from: OPEN, to: 'WRITTEN_OFF', by: ['DIRECTOR'], notBy: ['find', 'agree'], input: recoveryInputs.writeOff },
    toCourt: { label: '移送人民法院', from: ['NOTIFIED', 'AGREED', 'OFFSETTING', 'REPAYING'], to: 'TO_COURT', by: ['BU_APPROVER', 'DIRECTOR'], input: recoveryInputs.toCourt, adverse: true },
    withdraw: { label: '撤销追回', from: ['FOUND', ...OPEN], to: 'WITHDRAWN', by: ['BU_HEAD', 'BU_APPROVER'], input: recoveryInputs.withdraw },
  },
})
export type RecoveryState = keyof typeof recoveryLifecycle.states
export type RecoveryAction = keyof typeof recoveryLifecycle.actions
export const RECOVERY_STATES = Object.keys(recoveryLifecycle.states) as RecoveryState[]
