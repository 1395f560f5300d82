import type { PaymentTemplateInput, PaymentTemplateView } from '@xishan/social-assistance-contract'

const ITEMS = { SEQ: '序号', NAME: '姓名', DOCUMENT: '身份证号码', ACCOUNT: '银行账号', BANK: '开户银行', AMOUNT_YUAN: '金额（元）' } as const
const ANSWERS = { SEQ: '序号', NAME: '姓名', AMOUNT_YUAN: '金额（元）', CODE: '结果代码', RESULT: '处理结果', PAID_ON: '付款日期', BANK_REFERENCE: '流水号' } as const

const entries = <T extends object>(titles: T) => Object.entries(titles) as [keyof T & string, string][]

/** What a template's form begins with: the template as it is, or the columns that nearly every recipient wants. */
export function templateValues(template: PaymentTemplateView | undefined): PaymentTemplateInput {
  if (template) {
    const { name, recipient, format, encoding, titles, columns, returnFormat, returnColumns, codes } = template
    return { name, recipient, format, encoding, titles, columns, returnFormat, returnColumns, codes }
  }
  return {
    name: '',
    recipient: '',
    format: 'XLSX',
    encoding: 'GB18030',
    titles: [],
    columns: entries(ITEMS).map(([field, title]) => ({ title, field, text: '' })),
    returnFormat: 'XLSX',
    returnColumns: entries(ANSWERS).map(([field, title]) => ({ title, field })),
    codes: [{ code: '00', meaning: '发放成功', paid: true }],
  }
}
