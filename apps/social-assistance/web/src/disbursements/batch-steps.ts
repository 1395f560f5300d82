import type { Saved } from '@xishan/domain'
import { batchInputs, type BatchAction } from '@xishan/social-assistance-contract'
import type { z } from 'zod'
import { api } from '../api'

interface Asked {
  title: string
  schema: z.ZodString
  usual?: string
}

/** An action on a batch as its dialog asks for it: words where there are any, and what follows from it. */
export interface BatchStep {
  lead: string
  words?: Asked
  /** May be given when a list is out of date and the batch goes on nevertheless. */
  excuse?: string
  take: (id: string, version: number, words: string, excuse: string) => Promise<Saved>
}

const opinion = (usual: string): Asked => ({ title: '审核意见', schema: batchInputs.approveBySection.shape.opinion, usual })
const reason = (title: string): Asked => ({ title, schema: batchInputs.sendBack.shape.reason })

/** The actions of this page; those that follow the director's signature are the payment's. */
export const BATCH_STEPS: Partial<Record<BatchAction, BatchStep>> = {
  calculate: { lead: '按当前在保待遇、缓发、抵扣和补发逐户计算并校验。已有的明细和校验说明将重新生成。', take: (id, version) => api.calculateBatch({ params: { id }, body: { version } }) },
  submit: {
    lead: '提交后不能再修改明细和资金来源，需要修改的由审核人退回。',
    excuse: '死亡信息未更新仍予提交的理由',
    take: (id, version, _, staleDeathsReason) => api.submitBatch({ params: { id }, body: { version, staleDeathsReason } }),
  },
  approveBySection: { lead: '', words: opinion('经审核，发放对象、金额和校验结果无误，同意。'), take: (id, version, words) => api.approveBySection({ params: { id }, body: { version, opinion: words } }) },
  approveByFinance: { lead: '', words: opinion('经复核，资金来源和金额相符，同意。'), take: (id, version, words) => api.approveByFinance({ params: { id }, body: { version, opinion: words } }) },
  approveByLeader: { lead: '', words: opinion('同意发放。'), take: (id, version, words) => api.approveByLeader({ params: { id }, body: { version, opinion: words } }) },
  approveByDirector: {
    lead: '签批时再次核对全部明细；计算以后有变化的，须退回重新计算。签批后明细不能再改。',
    words: opinion('同意发放。'),
    excuse: '死亡信息未更新仍予签批的理由',
    take: (id, version, words, staleDeathsReason) => api.approveByDirector({ params: { id }, body: { version, opinion: words, staleDeathsReason } }),
  },
  sendBack: { lead: '退回后由经办人修改或重新计算，各级须重新审核。', words: reason('退回理由'), take: (id, version, words) => api.sendBatchBack({ params: { id }, body: { version, reason: words } }) },
  cancel: { lead: '作废后本批次不再发放，当月可另建批次。', words: reason('作废理由'), take: (id, version, words) => api.cancelBatch({ params: { id }, body: { version, reason: words } }) },
}

export const isBatchStep = (action: string): action is keyof typeof BATCH_STEPS => action in BATCH_STEPS
