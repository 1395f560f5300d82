import { codeSet, type CodeOf } from '@xishan/domain'

export const DEATH_SOURCES = codeSet('死亡信息来源', '本平台约定', [
  ['REGISTRATION', '死亡登记'],
  ['CREMATION', '火化记录'],
  ['POLICE', '公安名单'],
  ['HEALTH', '卫健名单'],
  ['HALL', '殡仪馆名单'],
])

/** Sources that send lists again and again: their silence is noticed. */
export const DEATH_FEED = codeSet('死亡名单', '本平台约定', [
  ['POLICE', '公安名单'],
  ['HEALTH', '卫健名单'],
  ['HALL', '殡仪馆名单'],
])
export type DeathFeed = CodeOf<typeof DEATH_FEED>

export const DEATH_STATE = codeSet('死亡信息状态', '本平台约定', [
  ['KNOWN', '已确认身份'],
  ['UNIDENTIFIED', '身份待核对'],
  ['REVOKED', '已撤销'],
])
export type DeathState = CodeOf<typeof DEATH_STATE>

/** What a death did to a benefit. */
export const DEATH_EFFECT = codeSet('死亡处置', '本平台约定', [
  ['HOLD', '缓发'],
  ['STOP', '建议停发'],
  ['RECHECK', '复核'],
  ['CARD_CHANGE', '更换银行卡'],
  ['RECOVERY', '追回'],
])
export type DeathEffectKind = CodeOf<typeof DEATH_EFFECT>

/** What a death leaves for a person to do. */
export const DEATH_TASK = codeSet('死亡信息待办', '本平台约定', [
  ['NAME_MATCH', '同名核对'],
  ['NO_MATCH', '身份核对'],
  ['CONFLICT', '信息不一致'],
  ['RECHECK', '家庭复核'],
  ['CARD_CHANGE', '更换银行卡'],
  ['REINSTATE', '恢复待遇'],
  ['FEED_SILENT', '名单未按期更新'],
])
export type DeathTaskKind = CodeOf<typeof DEATH_TASK>
