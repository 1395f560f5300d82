import type { Saved } from '@xishan/domain'

/** What a decision on a proposal asks for: an opinion to approve, a reason otherwise. */
export interface Decision {
  action: 'approve' | 'reject' | 'withdraw'
  title: string
  label: string
  adverse: boolean
}

export const DECISIONS: readonly Decision[] = [
  { action: 'approve', title: '批准', label: '审批意见', adverse: false },
  { action: 'reject', title: '退回', label: '退回的理由', adverse: true },
  { action: 'withdraw', title: '撤销', label: '撤销的理由', adverse: true },
]

export type Decide = (id: string, version: number, words: string) => Promise<Saved>
