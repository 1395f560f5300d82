import { codeSet, type CodeOf } from '@xishan/domain'

/** What a list from outside is about. */
export const ROSTER_KIND = codeSet('名册种类', '本平台约定', [
  ['IN_PAY', '低保在保家庭'],
  ['OTHER_ENTITLEMENT', '其他救助保障人员'],
])
export type RosterKind = CodeOf<typeof ROSTER_KIND>

/** Who is supported otherwise and so not by the subsistence allowance (B9). */
export const OTHER_SCHEME = codeSet('其他救助保障', '本平台约定', [
  ['EXTREME_HARDSHIP', '特困人员救助供养'],
  ['ORPHAN', '孤儿基本生活保障'],
  ['DE_FACTO_ORPHAN', '事实无人抚养儿童基本生活补贴'],
])
export type OtherScheme = CodeOf<typeof OTHER_SCHEME>

/** What becomes of a row. A household is taken whole or not at all. */
export const ROSTER_ROW_OUTCOME = codeSet('核验结果', '本平台约定', [
  ['READ', '待核验'],
  ['NEW', '可入库'],
  ['UNCHANGED', '已在库，无变化'],
  ['PROBLEM', '需改正'],
  ['APPLIED', '已入库'],
])
export type RosterRowOutcome = CodeOf<typeof ROSTER_ROW_OUTCOME>
