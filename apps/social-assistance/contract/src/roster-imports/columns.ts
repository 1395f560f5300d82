import type { RosterKind } from './roster-kinds'

/** A column that a roster may have: what the template calls it, what other people do, and how it is filled. */
export interface RosterColumn {
  key: string
  title: string
  aliases: readonly string[]
  required: boolean
  /** In the template under the head. */
  hint: string
  /** In the template's two example rows: a head and a spouse. */
  examples: readonly [string, string]
}

const column = (key: string, title: string, aliases: readonly string[], hint: string, examples: readonly [string, string] = ['', '']): RosterColumn => ({ key, title, aliases, required: false, hint, examples })
const needed = (key: string, title: string, aliases: readonly string[], hint: string, examples: readonly [string, string] = ['', '']): RosterColumn => ({ ...column(key, title, aliases, hint, examples), required: true })

const PLACE = [
  column('street', '街道', ['所属街道', '街道名称', '乡镇街道', '街道（乡镇）', '街道办事处'], '不同街道有同名社区时必填', ['西苑街道', '西苑街道']),
  needed('community', '社区（村）', ['社区', '所属社区', '社区名称', '村居', '居委会', '村（社区）', '居（村）委会', '村居委会'], '必填，按区划名称填写', ['凯苑社区', '凯苑社区']),
]
const PERSON = [
  needed('name', '姓名', ['成员姓名', '保障对象姓名', '户主姓名', '申请人姓名', '人员姓名'], '必填', ['（示例）张三', '（示例）李四']),
  needed('idNumber', '身份证号码', ['身份证号', '公民身份号码', '身份证', '证件号码', '证件号', '户主身份证号', '成员身份证号码'], '必填，文本格式；15 位旧号码自动换算', ['530112194103150021', '530112194506120013']),
]

const IN_PAY: readonly RosterColumn[] = [
  column('householdNumber', '户编号', ['家庭编号', '户号', '低保证号', '低保证编号', '家庭档案号', '档案编号'], '同一户各行填写相同编号', ['001', '001']),
  column('headIdNumber', '户主身份证号码', ['户主证件号码', '户主公民身份号码', '所属户主身份证号'], '没有户编号时，成员行填写户主的号码'),
  ...PLACE,
  ...PERSON,
  column('relation', '与户主关系', ['家庭关系', '关系', '与户主的关系', '与申请人关系', '成员关系'], '每人一行时填写：户主、配偶、子、女、父母……', ['户主', '配偶']),
  column('people', '保障人数', ['人数', '享受人数', '保障人口', '在保人数', '家庭人口', '低保人数'], '只登记户主时填写本户保障人数', ['2', '']),
  needed('residence', '城乡类别', ['城乡', '户口类别', '低保类型', '城乡属性', '城乡分类'], '必填：城镇或农村', ['城镇', '城镇']),
  needed('category', '低保类别', ['保障类别', '类别', '救助类别', '保障类型', '分类'], '必填：A、B 或 C', ['B', 'B']),
  needed('householdAmount', '户月保障金额（元）', ['月保障金额', '户月保障金', '保障金额', '月保障金', '月补助金额', '户保障金', '月发放金额', '补助金额', '金额', '合计金额'], '必填，到分', ['1060.00', '1060.00']),
  column('memberAmount', '个人月保障金额（元）', ['个人保障金', '个人金额', '成员保障金', '人月保障金额', '个人月保障金'], '填写时各成员合计应等于户金额', ['530.00', '530.00']),
  needed('fromMonth', '开始享受月份', ['起始月份', '享受起始月份', '起保月份', '开始月份', '首次享受月份', '享受开始时间', '起始时间', '纳入时间'], '必填，年-月，填原始月份', ['2019-07', '2019-07']),
  column('confirmedOn', '首次审核确认日期', ['首次审批日期', '审批日期', '批准日期', '审批时间', '批准时间', '审核确认日期'], '年-月-日，填原始日期', ['2019-06-20', '2019-06-20']),
  column('bank', '开户银行', ['开户行', '银行', '银行名称', '发放银行'], '与账号一并填写', ['云南农信西苑支行', '']),
  column('account', '银行账号', ['账号', '卡号', '银行卡号', '一卡通账号', '社会保障卡号', '社保卡号', '银行账户', '存折账号'], '文本格式', ['6231900000012345676', '']),
  column('holder', '开户人姓名', ['开户人', '户名', '账户名称', '账户姓名', '领款人'], '', ['（示例）张三', '']),
  column('phone', '联系电话', ['电话', '手机', '手机号码', '联系方式', '电话号码'], '', ['13800005678', '']),
  column('address', '居住地址', ['家庭住址', '地址', '住址', '家庭地址', '现住址', '详细地址'], '', ['凯苑小区 3 幢 201 室', '']),
]

const OTHER_ENTITLEMENT: readonly RosterColumn[] = [
  ...PLACE,
  ...PERSON,
  column('fromMonth', '开始享受月份', ['起始月份', '享受起始月份', '开始月份', '享受开始时间', '起始时间', '纳入时间'], '年-月；不填按名册月份', ['2019-07', '2021-03']),
]

export const ROSTER_COLUMNS: Record<RosterKind, readonly RosterColumn[]> = { IN_PAY, OTHER_ENTITLEMENT }

/** Rows of the template that are not meant: their first cell begins with one of these. */
export const TEMPLATE_MARKS = { hint: '填写说明', example: '示例' } as const
