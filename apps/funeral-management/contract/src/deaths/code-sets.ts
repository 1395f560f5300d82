import { codeSet, type CodeOf } from '@xishan/domain'

export const DEATH_PLACE = codeSet('死亡地点', '本平台约定', [
  ['MEDICAL', '医疗卫生机构'],
  ['HOME', '家中'],
  ['CARE', '养老服务机构'],
  ['ON_THE_WAY', '来院途中'],
  ['OTHER', '其他场所'],
  ['UNKNOWN', '不详'],
])
export type DeathPlace = CodeOf<typeof DEATH_PLACE>

export const CAUSE_CLASS = codeSet('死亡性质', '本平台约定', [
  ['NORMAL', '正常死亡'],
  ['ABNORMAL', '非正常死亡'],
  ['UNKNOWN', '不详'],
])
export type CauseClass = CodeOf<typeof CAUSE_CLASS>

/** By what the death is proved (殡葬管理条例 2012 第十三条: 公安机关或者国务院卫生行政部门规定的医疗机构出具的死亡证明). */
export const CERTIFICATE_KIND = codeSet('死亡证明种类', '本平台约定', [
  ['MEDICAL', '居民死亡医学证明（推断）书'],
  ['POLICE', '公安司法部门死亡证明'],
  ['POLICE_RELEASE', '公安机关无名遗体放行证明'],
  ['COURT', '人民法院宣告死亡判决书'],
])
export type CertificateKind = CodeOf<typeof CERTIFICATE_KIND>

export const DEATH_SOURCE_LABEL = codeSet('死亡信息来源', '本平台约定', [
  ['REGISTRATION', '死亡登记'],
  ['CREMATION', '火化记录'],
  ['POLICE', '公安名单'],
  ['HEALTH', '卫健名单'],
  ['HALL', '殡仪馆名单'],
])

/** Papers filed with a death. */
export const DEATH_PAPER = codeSet('材料种类', '本平台约定', [
  ['CERTIFICATE', '死亡证明'],
  ['RELEASE', '公安机关放行证明'],
  ['CHANGE_PROOF', '更正、撤销依据'],
  ['IDENTITY_PROOF', '身份核实材料'],
  ['OTHER', '其他材料'],
])
export type DeathPaper = CodeOf<typeof DEATH_PAPER>

export const DEATH_CHANGE_KIND = codeSet('变更种类', '本平台约定', [
  ['CORRECTION', '更正'],
  ['REVOCATION', '撤销'],
])
export type DeathChangeKind = CodeOf<typeof DEATH_CHANGE_KIND>
