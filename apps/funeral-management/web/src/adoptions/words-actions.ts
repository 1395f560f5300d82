import type { Saved } from '@xishan/domain'
import { adoptionInputs } from '@xishan/funeral-management-contract'
import type { z } from 'zod'
import { api } from '../api'

interface WordsAction {
  title: string
  schema: z.ZodType<string, string>
  take: (params: { id: string }, version: number, words: string) => Promise<Saved>
}

/** Actions that ask for words only. */
export const WORDS_ACTIONS = {
  suspend: { title: '中止计时的原因', schema: adoptionInputs.suspend.shape.reason, take: (params, version, reason) => api.suspendAdoption({ params, body: { version, reason } }) },
  resume: { title: '恢复计时的说明', schema: adoptionInputs.resume.shape.reason, take: (params, version, reason) => api.resumeAdoption({ params, body: { version, reason } }) },
  report: { title: '评估报告摘要', schema: adoptionInputs.report.shape.report, take: (params, version, report) => api.reportAdoption({ params, body: { version, report } }) },
  pass: { title: '评估结论和理由', schema: adoptionInputs.pass.shape.opinion, take: (params, version, opinion) => api.passAdoption({ params, body: { version, opinion } }) },
  refuse: { title: '评估结论和理由', schema: adoptionInputs.refuse.shape.opinion, take: (params, version, opinion) => api.refuseAdoption({ params, body: { version, opinion } }) },
  return: { title: '退回理由', schema: adoptionInputs.return.shape.reason, take: (params, version, reason) => api.returnAdoption({ params, body: { version, reason } }) },
  withdraw: { title: '撤回原因', schema: adoptionInputs.withdraw.shape.reason, take: (params, version, reason) => api.withdrawAdoption({ params, body: { version, reason } }) },
} as const satisfies Record<string, WordsAction>

export type WordsActionName = keyof typeof WORDS_ACTIONS
export const isWordsAction = (action: string): action is WordsActionName => action in WORDS_ACTIONS
