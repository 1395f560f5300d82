import { defineLifecycle } from '@xishan/domain'
import { changeInputs } from './action-inputs'

/**
 * What happens to a household in pay, as a case (在保变更): reported, worked out, looked at by another, confirmed by a third. A re-check
 * that changes nothing ends with the street's second person (57号 §31: no clear change, the amount stays).
 */
export const benefitChangeLifecycle = defineLifecycle({
  name: 'benefit-change',
  title: '在保变更',
  initial: 'REPORTED',
  states: {
    REPORTED: { label: '待核实', step: 1, heldBy: ['ST_CLERK'], within: 'subsistence.term.change-proposal' },
    PROPOSED: { label: '待街道审核', step: 2, heldBy: ['ST_REVIEWER'], within: 'subsistence.term.change-review' },
    REVIEWED: { label: '待区局确认', step: 3, heldBy: ['BU_APPROVER'], within: 'subsistence.term.change-decision' },
    CONFIRMED: { label: '已确认变更', step: 4, final: true },
    UNCHANGED: { label: '复核无变化', final: true },
    REJECTED: { label: '不予变更', final: true },
    WITHDRAWN: { label: '已撤销', final: true },
  },
  actions: {
    report: { label: '登记变更', from: [], to: 'REPORTED', by: ['COMMUNITY', 'ST_CLERK', 'SERVICE'], input: changeInputs.report },
    propose: { label: '提出变更意见', from: ['REPORTED'], to: 'PROPOSED', by: ['ST_CLERK'], input: changeInputs.propose },
    review: { label: '审核同意', from: ['PROPOSED'], to: 'REVIEWED', by: ['ST_REVIEWER'], notBy: ['propose'], input: changeInputs.review },
    confirmUnchanged: { label: '确认无变化', from: ['PROPOSED'], to: 'UNCHANGED', by: ['ST_REVIEWER'], notBy: ['propose'], input: changeInputs.confirmUnchanged },
    confirm: { label: '确认变更', from: ['REVIEWED'], to: 'CONFIRMED', by: ['BU_APPROVER'], notBy: ['propose', 'review'], input: changeInputs.confirm },
    sendBack: { label: '退回核实', from: ['PROPOSED', 'REVIEWED'], to: 'REPORTED', by: ['ST_REVIEWER', 'BU_APPROVER'], input: changeInputs.sendBack },
    reject: { label: '不予变更', from: ['REVIEWED'], to: 'REJECTED', by: ['BU_APPROVER'], notBy: ['propose', 'review'], input: changeInputs.reject, adverse: true },
    withdraw: { label: '撤销登记', from: ['REPORTED'], to: 'WITHDRAWN', by: ['COMMUNITY', 'ST_CLERK'], input: changeInputs.withdraw, adverse: true },
  },
})
export type BenefitChangeState = keyof typeof benefitChangeLifecycle.states
export type BenefitChangeAction = keyof typeof benefitChangeLifecycle.actions
export const BENEFIT_CHANGE_STATES = Object.keys(benefitChangeLifecycle.states) as BenefitChangeState[]
export const OPEN_CHANGE_STATES: readonly BenefitChangeState[] = ['REPORTED', 'PROPOSED', 'REVIEWED']
