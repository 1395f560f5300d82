import { codeSet, type CodeOf } from '@xishan/domain'

export const RECOVERY_CAUSE = codeSet('多发原因', '本平台约定', [
  ['LATE_EVENT', '情况变化报告或知晓较晚'],
  ['ERROR', '工作差错'],
  ['FRAUD', '虚报、隐瞒、伪造骗取'],
])
export type RecoveryCause = CodeOf<typeof RECOVERY_CAUSE>

export const RECOVERY_CAUSE_KIND = codeSet('发现途径', '本平台约定', [
  ['BENEFIT_CHANGE', '在保变更'],
  ['DEATH', '人员死亡'],
  ['AUDIT', '检查核查'],
])
export type RecoveryCauseKind = CodeOf<typeof RECOVERY_CAUSE_KIND>

export const RECOVERY_WAY = codeSet('追回方式', '本平台约定', [
  ['OFFSET', '从保障金中逐月抵扣'],
  ['REPAY', '退款'],
])
export type RecoveryWay = CodeOf<typeof RECOVERY_WAY>

export const RECOVERY_ENTRY_KIND = codeSet('追回账目', '本平台约定', [
  ['DUE', '多发'],
  ['REVERSED', '撤销多发'],
  ['REPAID', '退款'],
  ['OFFSET', '抵扣'],
  ['WRITTEN_OFF', '核销'],
  ['RETURNED', '退还'],
])
export type RecoveryEntryKind = CodeOf<typeof RECOVERY_ENTRY_KIND>
