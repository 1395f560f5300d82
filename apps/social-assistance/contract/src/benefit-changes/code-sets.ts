import { codeSet, type CodeOf } from '@xishan/domain'

/** What may happen to a household in pay. */
export const CHANGE_KIND = codeSet('变更类型', '本平台约定', [
  ['RECOMPUTE', '复核调整'],
  ['HOLD', '缓发'],
  ['RESUME', '恢复发放'],
  ['GRADUAL_EXIT', '渐退'],
  ['STOP', '停发'],
  ['ACCOUNT', '银行账户变更'],
  ['HEAD', '户主变更'],
])
export type ChangeKind = CodeOf<typeof CHANGE_KIND>

/** Who or what made it known. */
export const CHANGE_SOURCE = codeSet('变更来源', '本平台约定', [
  ['HOUSEHOLD', '家庭主动报告'],
  ['COMMUNITY', '社区发现'],
  ['RECHECK', '定期复核'],
  ['MATCH', '信息比对'],
  ['REPORT', '投诉举报'],
  ['EVENT', '其他业务通报'],
])
export type ChangeSource = CodeOf<typeof CHANGE_SOURCE>

/** Why, with the article it stands on: {@link CHANGE_ARTICLES}. */
export const CHANGE_GROUND = codeSet('变更事由', '民发〔2021〕57号、民发〔2022〕83号', [
  ['INCOME', '家庭收入发生变化'],
  ['PROPERTY', '家庭财产发生变化'],
  ['MEMBERS', '共同生活的家庭成员发生变化'],
  ['PERIODIC', '到期定期复核'],
  ['DEATH', '家庭成员死亡'],
  ['JOB_FOUND', '就业后家庭人均收入超过标准'],
  ['REFUSED_JOBS', '连续三次无正当理由拒绝就业'],
  ['NOT_COOPERATING', '拒不配合复核'],
  ['FRAUD', '虚报、隐瞒、伪造'],
  ['MOVED_OUT', '户籍迁出或不再共同生活'],
  ['OTHER_SCHEME', '转为享受其他保障待遇'],
  ['VOLUNTARY', '家庭自愿退出'],
  ['DOUBTFUL', '情况存疑，待查实'],
  ['CLEARED', '缓发原因消除'],
  ['CARD', '更换银行卡或账户异常'],
  ['HEAD', '户主死亡、离家或家庭商定'],
  ['OTHER', '其他'],
])
export type ChangeGround = CodeOf<typeof CHANGE_GROUND>

export const HOLD_GROUND = codeSet('缓发原因', '本平台约定', [
  ['CHANGE', '情况变化待核实'],
  ['DEATH', '涉及人员死亡待核实'],
  ['NON_COOPERATION', '不配合复核'],
  ['ACCOUNT', '银行账户异常'],
  ['INVESTIGATION', '涉嫌骗取，调查中'],
  ['OTHER', '其他'],
])
export type HoldGround = CodeOf<typeof HOLD_GROUND>
