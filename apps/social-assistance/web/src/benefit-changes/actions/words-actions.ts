import { changeInputs, type BenefitChangeAction } from '@xishan/social-assistance-contract'
import type { WordsAction } from '@xishan/web-kit/pages/cases'
import { api } from '../../api'

const { confirmUnchanged, sendBack, reject, withdraw } = changeInputs
const at = (id: string) => ({ params: { id } })

export const wordsActions = {
  confirmUnchanged: {
    title: '审核意见', schema: confirmUnchanged.shape.opinion, lead: '金额不变，下次复核日期按保障类别自动确定。', usual: '经审核，复核情况属实，家庭情况无变化，同意。',
    take: (id, version, opinion) => api.confirmUnchanged({ ...at(id), body: { version, opinion } }),
  },
  sendBack: { title: '退回的理由', schema: sendBack.shape.reason, lead: '退回经办重新核实。', take: (id, version, reason) => api.sendBackChange({ ...at(id), body: { version, reason } }) },
  reject: { title: '不予变更的理由', schema: reject.shape.reason, lead: '本件办结，待遇不作变动。', take: (id, version, reason) => api.rejectChange({ ...at(id), body: { version, reason } }) },
  withdraw: { title: '撤销的理由', schema: withdraw.shape.reason, lead: '登记有误或情况没有发生的，撤销本件，待遇不作变动。', take: (id, version, reason) => api.withdrawChange({ ...at(id), body: { version, reason } }) },
} as const satisfies Partial<Record<BenefitChangeAction, WordsAction>>

export const isWordsAction = (action: string): action is keyof typeof wordsActions => Object.hasOwn(wordsActions, action)
