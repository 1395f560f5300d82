import { codeSet, type CodeOf } from '@xishan/domain'

export const PAYABLE_KIND = codeSet('应补发款类型', '本平台约定', [
  ['ARREARS', '补发'],
  ['ADJUST', '调整补差'],
  ['ONE_OFF', '一次性发放'],
])
export type PayableKind = CodeOf<typeof PAYABLE_KIND>

export const PAYABLE_CAUSE = codeSet('应补发款来由', '本平台约定', [
  ['BENEFIT_CHANGE', '在保变更'],
  ['STANDARD_CHANGE', '标准调整'],
  ['HOLD_LIFTED', '恢复发放'],
  ['ONE_OFF_GRANT', '一次性发放'],
  ['CORRECTION', '更正'],
  ['ROSTER_IMPORT', '在保名册导入'],
])
export type PayableCause = CodeOf<typeof PAYABLE_CAUSE>
