import { defineLifecycle } from '@xishan/domain'
import { DEATH_PARAMETER } from './parameters'
import { changeInputs, deathInputs } from './death-input'

/** Who may tell of a death with its papers: the street, or the bureau for the hall; an imported list is applied by the head. */
const REGISTRARS = ['ST_CLERK', 'BU_CLERK'] as const

/**
 * A death (死亡登记; specification E1, H): told once or by several; the first day told is in force until a person decides otherwise. A
 * correction or revocation is proposed and approved apart (`deathChangeLifecycle`) and then takes effect here.
 */
export const deathLifecycle = defineLifecycle({
  name: 'death',
  title: '死亡登记',
  initial: 'REGISTERED',
  states: {
    REPORTED: { label: '报告待核实', step: 1, heldBy: ['ST_CLERK'] },
    UNIDENTIFIED: { label: '身份待核实', step: 1, heldBy: ['BU_CLERK'] },
    REGISTERED: { label: '已登记', step: 2 },
    DISPUTED: { label: '日期待核定', heldBy: ['BU_HEAD'], within: DEATH_PARAMETER.disputeDays },
    REVOKED: { label: '已撤销', final: true },
    DISMISSED: { label: '报告不属实', final: true },
  },
  actions: {
    report: { label: '报告死亡', from: [], to: 'REPORTED', by: ['COMMUNITY'], input: deathInputs.report },
    register: { label: '登记死亡', from: [], to: 'REGISTERED', by: [...REGISTRARS, 'BU_HEAD'], input: deathInputs.register },
    registerUnidentified: { label: '登记身份不明的死亡', from: [], to: 'UNIDENTIFIED', by: [...REGISTRARS, 'BU_HEAD'], input: deathInputs.registerUnidentified },
    confirm: { label: '核实并登记', from: ['REPORTED'], to: 'REGISTERED', by: [...REGISTRARS, 'BU_HEAD'], input: deathInputs.confirm },
    dismiss: { label: '报告不属实', from: ['REPORTED'], to: 'DISMISSED', by: REGISTRARS, input: deathInputs.dismiss },
    identify: { label: '登记核实的身份', from: ['UNIDENTIFIED'], to: 'REGISTERED', by: ['BU_CLERK'], input: deathInputs.identify },
    dispute: { label: '来源日期不一致', from: ['REGISTERED'], to: 'DISPUTED', by: [...REGISTRARS, 'BU_HEAD'], input: deathInputs.dispute },
    settle: { label: '核定死亡日期', from: ['DISPUTED'], to: 'REGISTERED', by: ['BU_HEAD'], input: deathInputs.settle },
    correct: { label: '更正', from: ['REGISTERED'], to: 'REGISTERED', by: ['BU_HEAD'], input: deathInputs.correct },
    revoke: { label: '撤销死亡登记', from: ['REGISTERED', 'UNIDENTIFIED', 'DISPUTED'], to: 'REVOKED', by: ['BU_HEAD'], input: deathInputs.revoke, adverse: true },
  },
})
export type DeathState = keyof typeof deathLifecycle.states
export type DeathAction = keyof typeof deathLifecycle.actions
export const DEATH_STATES = Object.keys(deathLifecycle.states) as DeathState[]

/** The death stays as it is until another person approves. */
export const deathChangeLifecycle = defineLifecycle({
  name: 'death-change',
  title: '死亡登记更正、撤销',
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: '待审核', step: 1, heldBy: ['BU_HEAD'] },
    APPROVED: { label: '已生效', step: 2, final: true },
    REJECTED: { label: '已退回', final: true },
  },
  actions: {
    propose: { label: '提出更正、撤销', from: [], to: 'PROPOSED', by: ['BU_CLERK', 'ST_CLERK'], input: changeInputs.propose },
    approve: { label: '审核通过', from: ['PROPOSED'], to: 'APPROVED', by: ['BU_HEAD'], notBy: ['propose'], input: changeInputs.approve },
    reject: { label: '退回', from: ['PROPOSED'], to: 'REJECTED', by: ['BU_HEAD'], notBy: ['propose'], input: changeInputs.reject, adverse: true },
  },
})
export type DeathChangeState = keyof typeof deathChangeLifecycle.states
