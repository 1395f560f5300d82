import { reasonText, type Saved } from '@xishan/domain'
import { api } from '../api'

/** An action on a list that asks for words, or for nothing but to be meant. */
export interface ListStep {
  lead: string
  words?: { title: string; usual: string }
  take: (id: string, version: number, words: string) => Promise<Saved>
}

const opinion = (usual: string) => ({ title: '审核意见', usual })
const reason = (title: string) => ({ title, usual: '' })
export const WORDS = reasonText('意见')

export const LIST_STEPS: Readonly<Record<string, ListStep>> = {
  review: { lead: '', words: opinion('经审核，发放对象和金额无误，同意。'), take: (id, version, words) => api.reviewAwardList({ params: { id }, body: { version, opinion: words } }) },
  approve: { lead: '批准后明细不能再改，即可生成发放文件。', words: opinion('经复核，资金来源和金额相符，同意。'), take: (id, version, words) => api.approveAwardList({ params: { id }, body: { version, opinion: words } }) },
  sendBack: { lead: '退回后由制表人改正，须重新审核。', words: reason('退回理由'), take: (id, version, words) => api.sendAwardListBack({ params: { id }, body: { version, reason: words } }) },
  cancel: { lead: '作废后各笔奖补可列入其他批次。', words: reason('作废理由'), take: (id, version, words) => api.cancelAwardList({ params: { id }, body: { version, reason: words } }) },
  exportFile: { lead: '批准以后收款人已登记死亡、或奖补依据已撤销的，自动暂缓，不进入文件。文件含完整账号，下载有记录。', take: (id, version) => api.exportAwardFile({ params: { id }, body: { version } }) },
}
