import { reasonText, type Saved } from '@xishan/domain'
import type { RecoveryAction } from '@xishan/social-assistance-contract'
import type { z } from 'zod'
import { api } from '../api'

/** An action that asks for an opinion or a reason and nothing else. */
export interface WordsAction {
  action: RecoveryAction
  title: string
  lead: string
  schema: z.ZodType<string, string>
  take: (id: string, version: number, words: string) => Promise<Saved>
}

const opinion = { title: '意见', schema: reasonText('意见') }
const reason = { title: '理由', schema: reasonText('理由') }

export const WORDS_ACTIONS: readonly WordsAction[] = [
  { action: 'forgo', ...reason, lead: '不予追回的，多发金额予以撤销，本件办结。', take: (id, version, words) => api.forgoRecovery({ params: { id }, body: { version, reason: words } }) },
  { action: 'startOffsetting', ...opinion, lead: '确认后，自下次计算发放起从当月保障金中抵扣。', take: (id, version, words) => api.startOffsetting({ params: { id }, body: { version, opinion: words } }) },
  { action: 'startRepaying', ...opinion, lead: '确认后，由财务按期收款登记。', take: (id, version, words) => api.startRepaying({ params: { id }, body: { version, opinion: words } }) },
  { action: 'withdraw', ...reason, lead: '多发认定有误的，撤销全部应追回金额；已收回的款项列入应补发款，退还本户。', take: (id, version, words) => api.withdrawRecovery({ params: { id }, body: { version, reason: words } }) },
]
