import { defineContract, IdParams, Instant, Saved } from '@xishan/domain'
import { z } from 'zod'
import { CollectedDeathFigures, DeathFiguresQuery } from './deaths/death-figures'
import { EnterValue, Entry } from './entries/entry'
import { ReturnEntry, ReviewEntry, RevokeEntry, WithdrawEntry } from './entries/entry-lifecycle'
import { OpenPoints, Rule } from './open-points/open-point'
import { PERMISSIONS } from './permissions'
import { IndicatorDetail, IndicatorParams } from './plan/indicator'
import { LineTrouble, Plan } from './plan/plan'
import { RecordsPage, RecordsQuery } from './plan/records'
import { PROBLEMS } from './problems'
import { Projects } from './projects/project'
import { Services } from './services/services'
import { Tasks } from './tasks/tasks'

/** The portal: the plan's indicators and projects, the points it leaves open, and what the lines have for the reader today. */
export const contract = defineContract({
  line: 'portal',
  title: '规划门户',
  permissions: PERMISSIONS,
  problems: PROBLEMS,
  routes: {
    plan: { method: 'GET', path: '/plan', summary: '规划指标总览', may: 'readPlan', answer: Plan },
    indicator: { method: 'GET', path: '/indicators/:number', summary: '一项指标及其构成', may: 'readPlan', params: IndicatorParams, answer: IndicatorDetail },
    indicatorRecords: {
      method: 'GET',
      path: '/indicators/:number/records',
      summary: '指标数值背后的业务记录',
      may: 'readRecords',
      params: IndicatorParams,
      query: RecordsQuery,
      answer: RecordsPage,
    },
    collect: {
      method: 'POST',
      path: '/collections',
      summary: '立即向各业务系统采集指标',
      may: 'collectNow',
      answer: z.object({ collectedAt: Instant, troubles: z.array(LineTrouble) }),
    },

    entries: {
      method: 'GET',
      path: '/indicators/:number/entries',
      summary: '一项指标的全部填报',
      may: 'readEntries',
      params: IndicatorParams,
      answer: z.object({ entries: z.array(Entry) }),
    },
    entriesToReview: { method: 'GET', path: '/entries/to-review', summary: '待复核的填报', may: 'readEntries', answer: z.object({ entries: z.array(Entry) }) },
    entry: { method: 'GET', path: '/entries/:id', summary: '一件填报', may: 'readEntries', params: IdParams, answer: Entry },
    enterValue: {
      method: 'POST',
      path: '/indicators/:number/entries',
      summary: '填报指标数值并附依据',
      may: 'enterValue',
      params: IndicatorParams,
      body: EnterValue,
      upload: true,
      answer: Saved,
    },
    reviewEntry: { method: 'POST', path: '/entries/:id/review', summary: '复核通过', may: 'reviewValue', params: IdParams, body: ReviewEntry, answer: Saved },
    returnEntry: { method: 'POST', path: '/entries/:id/return', summary: '退回填报', may: 'reviewValue', params: IdParams, body: ReturnEntry, answer: Saved },
    withdrawEntry: { method: 'POST', path: '/entries/:id/withdraw', summary: '撤回填报', may: 'enterValue', params: IdParams, body: WithdrawEntry, answer: Saved },
    revokeEntry: { method: 'POST', path: '/entries/:id/revoke', summary: '撤销已复核的填报', may: 'reviewValue', params: IdParams, body: RevokeEntry, answer: Saved },
    entryEvidence: { method: 'GET', path: '/entries/:id/evidence', summary: '填报依据附件', may: 'readEntries', params: IdParams, answer: 'file' },

    projects: { method: 'GET', path: '/projects', summary: '九个重点项目', may: 'readPlan', answer: Projects },

    deathFigures: { method: 'GET', path: '/deaths', summary: '死亡信息和民生资金安全', may: 'readPlan', query: DeathFiguresQuery, answer: CollectedDeathFigures },

    openPoints: { method: 'GET', path: '/open-points', summary: '口径待明确事项', may: 'readOpenPoints', answer: OpenPoints },
    rule: { method: 'POST', path: '/open-points/:id/rulings', summary: '明确口径', may: 'ruleOnOpenPoint', params: IdParams, body: Rule, answer: Saved },

    tasks: { method: 'GET', path: '/tasks', summary: '我在各业务系统的待办', may: 'readPlan', answer: Tasks },
    services: { method: 'GET', path: '/services', summary: '各服务运行情况', may: 'readServices', answer: Services },
  },
})

export const { routes } = contract
