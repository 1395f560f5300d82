import { codeSet, type CodeOf } from '@xishan/domain'

export const ADOPTION_KIND = codeSet('收养种类', '《中国公民收养子女登记办法》', [
  ['FOUNDLING', '查找不到生父母的儿童'],
  ['RELATIVE', '三代以内旁系同辈血亲的子女'],
  ['STEP_CHILD', '继子女'],
  ['OTHER', '孤儿、生父母有特殊困难无力抚养的子女'],
])
export type AdoptionKind = CodeOf<typeof ADOPTION_KIND>

/** By which place an adoption is registered, so that the county's civil affairs there assess it (《中国公民收养子女登记办法》第四条). */
export const REGISTERED_AT: Readonly<Record<AdoptionKind, string>> = {
  FOUNDLING: '儿童福利机构所在地（不在机构的为发现地）',
  RELATIVE: '被收养人生父或生母的常住户口所在地',
  STEP_CHILD: '被收养人生父或生母的常住户口所在地',
  OTHER: '生父母或监护人的常住户口所在地（组织作监护人的为其所在地）',
}

/** Why a step-child's adoption comes to no assessment, as the counter says it. */
export const NO_ASSESSMENT = '收养继子女不需要进行收养评估，请告知申请人直接到收养登记窗口办理收养登记。'

export const GIVER_KIND = codeSet('送养人', '《民法典》第一千零九十四条', [
  ['PARENT', '生父母'],
  ['GUARDIAN', '孤儿的监护人'],
  ['INSTITUTION', '儿童福利机构'],
])
export const PARTY = codeSet('当事人', '本平台约定', [
  ['ADOPTER', '收养人'],
  ['CHILD', '被收养人'],
  ['GIVER', '送养人'],
])
export type Party = CodeOf<typeof PARTY>

export const ASSESSMENT_MODE = codeSet('评估方式', '民发〔2020〕144号', [
  ['STAFF', '民政部门自行评估'],
  ['THIRD_PARTY', '委托第三方机构评估'],
])
export type AssessmentMode = CodeOf<typeof ASSESSMENT_MODE>

export const REGISTRATION_OUTCOME = codeSet('登记结果', '本平台约定', [
  ['REGISTERED', '已登记'],
  ['REFUSED', '不予登记'],
  ['WITHDRAWN', '申请人撤回登记申请'],
])

/** As what the head lets somebody into a file. */
export const LET_IN = codeSet('查阅身份', '本平台约定', [
  ['GRANTED', '授权查阅'],
  ['HANDLER', '共同经办'],
  ['HEAD', '接替审批'],
])

export const READER_PART = codeSet('查阅身份', '本平台约定', [
  ['HANDLER', '经办'],
  ['HEAD', '审批'],
  ['GRANTED', '授权查阅'],
])

export const READING_WHAT = codeSet('查阅内容', '本平台约定', [
  ['FILE', '全卷'],
  ['DOCUMENT', '证件号码'],
])
