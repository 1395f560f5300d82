import type { DecisionTrace, RuleText } from '@xishan/domain'
import type { Paper } from './paper'
import { traceSections } from './trace-sections'

/** An approval form and a letter in the bureau's manner, all names invented: what the tests print. */
export const approvalForm: Paper = {
  title: '昆明市西山区最低生活保障申请审批表',
  number: 'XS-DB-2025-000127',
  watermark: '演示数据',
  footer: '打印人：李晓梅　打印时间：2025-09-30 10:24',
  sections: [
    {
      kind: 'fields',
      fields: [
        { label: '申请人姓名', value: '张䶮' },
        { label: '性别', value: '女' },
        { label: '民族', value: '彝族' },
        { label: '出生日期', value: '1941年3月15日' },
        { label: '身份证号码', value: '530112194103150021' },
        { label: '联系电话', value: '138****5678' },
        { label: '户籍地址', value: '昆明市西山区马街街道办事处春雨社区居民委员会春雨路937号蓝光花园小区12幢2单元1503室', wide: true },
        { label: '申请类别', value: '■ 城市　□ 农村　　■ 按户　□ 单人户', wide: true },
      ],
    },
    {
      kind: 'table',
      group: '家庭成员情况',
      columns: [
        { title: '姓名', width: 14 },
        { title: '与申请人关系', width: 16 },
        { title: '身份证号码', width: 26 },
        { title: '健康状况', width: 14 },
        { title: '月收入（元）', width: 15, align: 'right' },
        { title: '备注', width: 20 },
      ],
      rows: [
        ['张䶮', '本人', '530112194103150021', '一般', '128.00', '城乡居民养老金'],
        ['李小勇', '子', '530112201206010016', '残疾二级', '0.00', '肢体残疾，持有残疾人证，无劳动能力'],
      ],
    },
    {
      kind: 'fields',
      group: '核算',
      fields: [
        { label: '家庭月收入', value: '128.00 元' },
        { label: '人均月收入', value: '64.00 元' },
        { label: '保障标准', value: '630.00 元' },
        { label: '拟保障金额', value: '1,132.00 元' },
      ],
    },
    {
      kind: 'opinion',
      label: '入户调查意见',
      text: '2025年9月10日，由王建国、赵敏二人入户调查。申请人与孙辈共同生活，住房为自有，面积58平方米；家中无机动车辆，无其他大额支出。所述收入与核对报告一致，情况属实。',
      signatures: [{ role: '调查人', name: '王建国' }, { role: '调查人', name: '赵敏' }],
      date: '2025-09-10',
    },
    {
      kind: 'opinion',
      label: '街道办事处（乡镇人民政府）初审意见',
      text: '经审核并公示七日无异议，该户符合最低生活保障条件，建议自2025年10月起按户给予保障。',
      signatures: [{ role: '负责人' }],
      sealed: true,
      date: '2025-09-28',
    },
    { kind: 'opinion', label: '区民政局审核确认意见', signatures: [{ role: '审批人' }], sealed: true },
    { kind: 'paragraph', style: 'note', text: '说明：本表一式两份，街道办事处（乡镇人民政府）、区民政局各存一份。' },
  ],
}

export const refusalLetter: Paper = {
  title: '不予确认最低生活保障告知书',
  number: '西民低保〔2025〕12号',
  format: 'letter',
  watermark: '演示数据',
  sections: [
    { kind: 'paragraph', style: 'address', text: '张䶮：' },
    {
      kind: 'paragraph',
      text: '你于2025年9月1日提出的最低生活保障申请（受理编号：XS-DB-2025-000127）收悉。经信息核对、入户调查、民主评议和公示，你家庭人均月收入为735.50元，高于现行保障标准（每人每月630元），依据《最低生活保障审核确认办法》的有关规定，决定不予确认。',
    },
    {
      kind: 'paragraph',
      text: '如不服本决定，可自收到本告知书之日起六十日内向“昆明市西山区人民政府”申请行政复议，也可在六个月内向人民法院提起行政诉讼。',
    },
    { kind: 'closing', issuer: '昆明市西山区民政局', date: '2025-09-30' },
  ],
}

/** A posting sheet of many rows, over several pages. */
export const postingSheet = (households: number): Paper => ({
  title: '最低生活保障对象公示',
  sections: [
    { kind: 'paragraph', text: '现将拟确认的最低生活保障家庭予以公示，公示期七日。' },
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 8 },
        { title: '申请人', width: 20 },
        { title: '保障人数', width: 15 },
        { title: '月保障金额（元）', width: 22, align: 'right' },
        { title: '所在社区', width: 35 },
      ],
      rows: Array.from({ length: households }, (_, index) => [String(index + 1), `张${index}`, '2', '1,132.00', '春雨社区居民委员会']),
    },
    { kind: 'closing', issuer: '马街街道办事处', date: '2025-09-30' },
  ],
})

const trace: DecisionTrace = {
  decidedOn: '2025-09-30',
  result: 'unknown',
  steps: [
    {
      rule: 'income-below-standard',
      version: '1',
      result: 'pass',
      inputs: [
        { label: '家庭月收入', value: 12800, unit: 'fen', asOf: '2025-09-10', source: '养老金发放记录' },
        { label: '家庭人口', value: 2, unit: 'people' },
      ],
      parameters: [{ key: 'standard', version: 3 }],
      outcome: { label: '人均月收入', value: 6400, unit: 'fen' },
    },
    {
      rule: 'no-vehicle',
      version: '1',
      result: 'unknown',
      inputs: [{ label: '机动车辆', value: null, unit: 'count', source: '车管部门' }],
      parameters: [],
    },
  ],
}
const rules: RuleText[] = [
  { code: 'income-below-standard', version: '1', title: '人均收入低于保障标准', wording: '', source: '《最低生活保障审核确认办法》第八条' },
]

/** A decision with the photo of its posting: trace lines and a picture. */
export const decisionSheet = (image: Buffer): Paper => ({
  title: '低保认定依据',
  orientation: 'landscape',
  sections: [...traceSections(trace, rules), { kind: 'photo', image, caption: '公示现场照片' }],
})
