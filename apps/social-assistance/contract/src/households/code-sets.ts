import { codeSet, type CodeOf } from '@xishan/domain'

/** Which standard applies: the urban or the rural one. */
export const RESIDENCE = codeSet('城乡类别', '本平台约定', [
  ['URBAN', '城镇'],
  ['RURAL', '农村'],
])
export type Residence = CodeOf<typeof RESIDENCE>

export const LABOUR = codeSet('劳动能力', '本平台约定', [
  ['FULL', '有劳动能力'],
  ['PARTIAL', '部分丧失劳动能力'],
  ['NONE', '无劳动能力'],
])
export type Labour = CodeOf<typeof LABOUR>

export const EMPLOYMENT = codeSet('就业状况', '本平台约定', [
  ['STEADY', '稳定就业'],
  ['UNSTABLE', '灵活或不稳定就业'],
  ['JOBLESS', '失业或无业'],
  ['RETIRED', '离退休'],
  ['OUTSIDE', '不在就业年龄或在校'],
])
export type Employment = CodeOf<typeof EMPLOYMENT>

export const STUDY = codeSet('在校情况', '本平台约定', [
  ['NONE', '不在校'],
  ['PRESCHOOL', '学前'],
  ['COMPULSORY', '义务教育'],
  ['UPPER_SECONDARY', '高中或中职'],
  ['COLLEGE', '大专'],
  ['BACHELOR', '本科'],
  ['MASTER', '硕士及以上'],
])
export type Study = CodeOf<typeof STUDY>

/** Circumstances for which 57号 §7(2) does not count a person among the co-living members. */
export const ABSENCE = codeSet('不共同生活情形', '民发〔2021〕57号第七条', [
  ['NONE', '无'],
  ['CLERGY_AWAY', '连续三年以上脱离家庭独立生活的宗教教职人员'],
  ['PRISON', '在监狱内服刑'],
  ['DETOX', '在戒毒所强制隔离戒毒'],
  ['DECLARED_MISSING', '宣告失踪'],
])
export type Absence = CodeOf<typeof ABSENCE>

export const HARDSHIP = codeSet('致困原因', '本平台约定', [
  ['ILLNESS', '因病'],
  ['DISABILITY', '因残'],
  ['OLD_AGE', '年老无收入'],
  ['NO_LABOUR', '缺少劳动力'],
  ['UNEMPLOYMENT', '失业'],
  ['STUDY', '因学'],
  ['ACCIDENT', '突发意外'],
  ['OTHER', '其他'],
])
export type Hardship = CodeOf<typeof HARDSHIP>
