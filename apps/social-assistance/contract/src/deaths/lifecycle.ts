import { AtVersion, defineLifecycle, reasonText } from '@xishan/domain'
import { z } from 'zod'
import type { DeathTaskKind } from './code-sets'

const Opinion = AtVersion.extend({ opinion: reasonText('办理情况') })

/** What each action asks for, by the action's name. */
export const deathTaskInputs = {
  open: z.object({}),
  confirmMatch: Opinion,
  rejectMatch: Opinion,
  recompute: Opinion,
  finishRecheck: Opinion,
  changeCard: Opinion,
  settle: Opinion,
  withdraw: z.object({}),
  reopen: z.object({}),
} as const
export type DeathTaskInputs = { [A in keyof typeof deathTaskInputs]: z.output<(typeof deathTaskInputs)[A]> }

/** What the handling of deaths leaves for people (死亡信息待办): with the street whose household it is, or with the bureau. */
export const deathTaskLifecycle = defineLifecycle({
  name: 'death-task',
  title: '死亡信息待办',
  initial: 'AT_STREET',
  states: {
    AT_STREET: { label: '待街道处理', heldBy: ['ST_CLERK'] },
    AT_BUREAU: { label: '待区局处理', heldBy: ['BU_CLERK'] },
    DONE: { label: '已办结', final: true },
    REJECTED: { label: '不是同一人', final: true },
    WITHDRAWN: { label: '已撤销', final: true },
  },
  actions: {
    open: { label: '转办', from: [], to: 'AT_STREET', by: ['SERVICE'], input: deathTaskInputs.open },
    confirmMatch: { label: '确认为同一人', from: ['AT_STREET'], to: 'DONE', by: ['ST_CLERK', 'BU_CLERK'], input: deathTaskInputs.confirmMatch },
    rejectMatch: { label: '不是同一人', from: ['AT_STREET'], to: 'REJECTED', by: ['ST_CLERK', 'BU_CLERK'], input: deathTaskInputs.rejectMatch },
    /** The case in which the household's new amount is worked out; the task stays open until that is done. */
    recompute: { label: '登记复核调整', from: ['AT_STREET'], to: 'AT_STREET', by: ['ST_CLERK'], input: deathTaskInputs.recompute },
    finishRecheck: { label: '复核完毕', from: ['AT_STREET'], to: 'DONE', by: ['ST_CLERK'], input: deathTaskInputs.finishRecheck },
    changeCard: { label: '银行卡已更换', from: ['AT_STREET'], to: 'DONE', by: ['ST_CLERK'], input: deathTaskInputs.changeCard },
    settle: { label: '办结', from: ['AT_BUREAU'], to: 'DONE', by: ['BU_CLERK', 'BU_HEAD'], input: deathTaskInputs.settle },
    withdraw: { label: '撤销', from: ['AT_STREET', 'AT_BUREAU'], to: 'WITHDRAWN', by: ['SERVICE'], input: deathTaskInputs.withdraw },
    reopen: { label: '重新转办', from: ['WITHDRAWN'], to: 'AT_STREET', by: ['SERVICE'], input: deathTaskInputs.reopen },
  },
})
export type DeathTaskState = keyof typeof deathTaskLifecycle.states
export type DeathTaskAction = keyof typeof deathTaskLifecycle.actions
export const DEATH_TASK_STATES = Object.keys(deathTaskLifecycle.states) as DeathTaskState[]

/** The actions that end or further a task of each kind. */
export const ACTIONS_OF_TASK: Readonly<Record<DeathTaskKind, readonly DeathTaskAction[]>> = {
  NAME_MATCH: ['confirmMatch', 'rejectMatch'],
  NO_MATCH: ['settle'],
  CONFLICT: ['settle'],
  RECHECK: ['recompute', 'finishRecheck'],
  CARD_CHANGE: ['changeCard'],
  REINSTATE: ['settle'],
  FEED_SILENT: ['settle'],
}
