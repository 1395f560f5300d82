import { reasonText } from '@xishan/domain'
import { AWARD_PAPER, awardLifecycle, contract, type AwardPaper } from '@xishan/funeral-management-contract'
import { useCan } from '@xishan/web-kit'
import type { CaseDesk, WordsAction } from '@xishan/web-kit/pages/cases'
import { api } from '../api'

/** What the dialogs and papers of an award need to know. */
export const awardDesk: CaseDesk<AwardPaper> = {
  name: 'award',
  lifecycle: awardLifecycle,
  materials: AWARD_PAPER,
  mayAdd: () => useCan(contract)('addAwardPapers'),
  upload: (id, kind, file, options) => api.addAwardPaper({ params: { id }, body: { kind }, file }, options),
  view: (id, attachmentId) => api.showAwardPaper({ params: { id, attachmentId } }),
}

const opinion = { title: '意见', schema: reasonText('意见') }
const reason = { title: '理由', schema: reasonText('理由') }

/** Actions that ask for words only. */
export const AWARD_WORDS: Readonly<Record<string, WordsAction>> = {
  check: { ...opinion, usual: '材料齐全，安葬情况属实，符合奖补条件。', take: (id, version, words) => api.checkAward({ params: { id }, body: { version, opinion: words } }) },
  return: { ...reason, lead: '退回后由经办人补正，重新提交。', take: (id, version, words) => api.returnAward({ params: { id }, body: { version, reason: words } }) },
  withdraw: { ...reason, lead: '家属撤回申请；期限内可以重新申请。', take: (id, version, words) => api.withdrawAward({ params: { id }, body: { version, reason: words } }) },
  confirm: { ...opinion, lead: '确认后列入发放批次，金额不再改变。', usual: '符合规定，同意奖补。', take: (id, version, words) => api.confirmAward({ params: { id }, body: { version, opinion: words } }) },
  refuse: { ...reason, lead: '不予确认的，请写明理由，由经办人告知家属。', take: (id, version, words) => api.refuseAward({ params: { id }, body: { version, reason: words } }) },
  uphold: { ...reason, lead: '按现有安放记录应奖补金额不变的，可以维持。', take: (id, version, words) => api.upholdAward({ params: { id }, body: { version, reason: words } }) },
  upholdPaid: { ...reason, lead: '按现有安放记录应奖补金额不少于已发金额的，可以维持。', take: (id, version, words) => api.upholdPaidAward({ params: { id }, body: { version, reason: words } }) },
  stop: { ...reason, lead: '终止后不再发放；家属可凭正确的安放记录重新申请。', take: (id, version, words) => api.stopAward({ params: { id }, body: { version, reason: words } }) },
  claim: { ...reason, lead: '追回金额为已发金额减去按现有安放记录应奖补的金额，由系统计算。', take: (id, version, words) => api.claimAward({ params: { id }, body: { version, reason: words } }) },
  settle: { ...opinion, usual: '款项已全部退回，结清。', take: (id, version, words) => api.settleAward({ params: { id }, body: { version, opinion: words } }) },
}
