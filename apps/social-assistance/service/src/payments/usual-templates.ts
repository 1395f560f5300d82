import { newId, type Work } from '@xishan/service-kit'
import type { PaymentTemplateInput } from '@xishan/social-assistance-contract'
import { PaymentTemplate } from './payment-template.entity'

/**
 * What to begin with: a workbook for the bank that runs 一卡通 and the `|` file of the specification (B10) for the treasury. Neither was
 * seen at a recipient: both are assumptions until the bureau has compared them with the recipient's own form.
 */
export const USUAL_TEMPLATES: readonly PaymentTemplateInput[] = [
  {
    name: '一卡通代发（Excel）',
    recipient: '一卡通代发银行',
    format: 'XLSX',
    encoding: 'GB18030',
    titles: ['昆明市西山区民政局{月份}{待遇名称}发放表', '文件编号：{文件编号}　共 {笔数} 笔，合计 {合计} 元'],
    columns: [
      { title: '序号', field: 'SEQ', text: '' },
      { title: '姓名', field: 'NAME', text: '' },
      { title: '身份证号码', field: 'DOCUMENT', text: '' },
      { title: '一卡通账号', field: 'ACCOUNT', text: '' },
      { title: '开户银行', field: 'BANK', text: '' },
      { title: '金额（元）', field: 'AMOUNT_YUAN', text: '' },
      { title: '摘要', field: 'MEMO', text: '' },
    ],
    returnFormat: 'XLSX',
    returnColumns: [
      { title: '序号', field: 'SEQ' },
      { title: '姓名', field: 'NAME' },
      { title: '金额（元）', field: 'AMOUNT_YUAN' },
      { title: '结果代码', field: 'CODE' },
      { title: '处理结果', field: 'RESULT' },
      { title: '付款日期', field: 'PAID_ON' },
      { title: '流水号', field: 'BANK_REFERENCE' },
    ],
    codes: [
      { code: '00', meaning: '发放成功', paid: true },
      { code: '01', meaning: '账号不存在', paid: false },
      { code: '02', meaning: '户名不符', paid: false },
      { code: '03', meaning: '账户已销户', paid: false },
      { code: '04', meaning: '账户冻结或止付', paid: false },
      { code: '99', meaning: '其他原因未发放', paid: false },
    ],
  },
  {
    name: '国库集中支付（竖线文本）',
    recipient: '区财政国库',
    format: 'PIPE',
    encoding: 'GB18030',
    titles: [],
    columns: [],
    returnFormat: 'PIPE',
    returnColumns: [
      { title: '序号', field: 'SEQ' },
      { title: '处理结果', field: 'RESULT' },
      { title: '结果代码', field: 'CODE' },
      { title: '付款日期', field: 'PAID_ON' },
      { title: '流水号', field: 'BANK_REFERENCE' },
      { title: '金额（分）', field: 'AMOUNT_FEN' },
    ],
    codes: [
      { code: '0000', meaning: '支付成功', paid: true },
      { code: '1001', meaning: '账号户名不符', paid: false },
      { code: '1002', meaning: '账户状态不正常', paid: false },
      { code: '1003', meaning: '银行行号有误', paid: false },
      { code: '9999', meaning: '其他原因退回', paid: false },
    ],
  },
]

/** Puts the two in, once, in a house that has no template yet. Their number. */
export async function loadUsualTemplates(work: Work): Promise<number> {
  const [any] = await work.query(`select from payment_template limit 1`)
  if (any) return 0
  for (const input of USUAL_TEMPLATES) {
    const template = Object.assign(new PaymentTemplate(), { id: newId(), divisionCode: work.actor.scope }).set(input)
    template.assumed = true
    await work.save(template, 'loadPaymentTemplate')
  }
  return USUAL_TEMPLATES.length
}
