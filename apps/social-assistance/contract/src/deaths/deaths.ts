import { IdParams, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { z } from 'zod'
import { DeathDetail, DeathFigures, DeathFiguresQuery, DeathOutcome, DeathOutcomesInput, DeathPage, DeathQuery, DeathTaskDetail, DeathTaskPage, DeathTaskQuery } from './death-views'
import { deathTaskInputs, deathTaskLifecycle } from './lifecycle'

const takes = actionRoute('deathTask', deathTaskLifecycle, '/death-tasks/:id', deathTaskInputs)
const { 'deathTask.open': _open, 'deathTask.withdraw': _withdraw, 'deathTask.reopen': _reopen, ...permitted } = actionPermissions('deathTask', deathTaskLifecycle)
const READERS = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'] as const

export const deaths = {
  permissions: { ...permitted, viewDeaths: READERS, viewDeathFigures: [...READERS, 'SERVICE'], readDeathOutcomes: ['SERVICE'] },
  problems: {
    'task-of-kind': { status: 409, title: '不适用于本件', detail: '“{kind}”不能办理“{action}”，请刷新后重新办理。' },
    'recompute-open': { status: 409, title: '复核调整尚未办结', detail: '本户的复核调整 {number} 还在办理，请办结后再登记复核完毕。' },
    'recompute-missing': { status: 409, title: '尚未复核', detail: '请先登记复核调整，按现有成员重新核定金额，确认后再登记复核完毕。' },
    'card-not-changed': { status: 409, title: '银行卡尚未更换', detail: '本户账户名仍为“{holder}”。请先办理银行账户变更，改为在世家庭成员的账户后再登记。' },
    'match-elsewhere': { status: 409, title: '已核对为其他人', detail: '该死亡信息已核对为其他人，请刷新后查看。' },
    'death-list-stale': { status: 409, title: '死亡信息未按期更新', detail: '{lists}。请先导入最新名单；确需继续的，请写明理由。' },
  },
  routes: {
    findDeaths: { method: 'GET', path: '/deaths', summary: '死亡信息处置', may: 'viewDeaths', query: DeathQuery, answer: DeathPage },
    getDeathFigures: { method: 'GET', path: '/deaths/figures', summary: '一个月的死亡信息和处置', may: 'viewDeathFigures', query: DeathFiguresQuery, answer: DeathFigures },
    getDeath: { method: 'GET', path: '/deaths/:id', summary: '一条死亡信息和处置结果', may: 'viewDeaths', params: IdParams, answer: DeathDetail },
    /** Asked by the line that sends the sheet back. */
    findDeathOutcomes: { method: 'POST', path: '/deaths/outcomes', summary: '死亡信息比对反馈', may: 'readDeathOutcomes', body: DeathOutcomesInput, answer: z.array(DeathOutcome) },
    findDeathTasks: { method: 'GET', path: '/death-tasks', summary: '死亡信息待办', may: 'viewDeaths', query: DeathTaskQuery, answer: DeathTaskPage },
    getDeathTask: { method: 'GET', path: '/death-tasks/:id', summary: '一件死亡信息待办', may: 'viewDeaths', params: IdParams, answer: DeathTaskDetail },
    confirmDeathMatch: takes('confirmMatch'),
    rejectDeathMatch: takes('rejectMatch'),
    recomputeAfterDeath: takes('recompute'),
    finishDeathRecheck: takes('finishRecheck'),
    changeCardAfterDeath: takes('changeCard'),
    settleDeathTask: takes('settle'),
  },
} as const satisfies ContractPart
