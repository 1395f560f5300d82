import { IsoDate, Uuid, codeSet, optionalText, requiredText, yesOrNo, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

export const FILE_FORMAT = codeSet('文件格式', '本平台约定', [
  ['XLSX', 'Excel 表格'],
  ['PIPE', '竖线分隔文本'],
])
export type FileFormat = CodeOf<typeof FILE_FORMAT>

export const FILE_ENCODING = codeSet('文字编码', '本平台约定', [
  ['GB18030', 'GB18030（银行常用）'],
  ['UTF-8', 'UTF-8'],
])

export const PAYMENT_FIELD = codeSet('发放文件栏目', '本平台约定', [
  ['SEQ', '序号'],
  ['NAME', '姓名（开户人）'],
  ['DOCUMENT', '证件号码'],
  ['ACCOUNT', '银行账号'],
  ['BANK', '开户银行'],
  ['AMOUNT_YUAN', '金额（元）'],
  ['AMOUNT_FEN', '金额（分）'],
  ['MONTH', '待遇月份'],
  ['SCHEME', '待遇名称'],
  ['MEMO', '摘要'],
  ['FILE', '文件编号'],
  ['TEXT', '固定文字'],
])
export type PaymentField = CodeOf<typeof PAYMENT_FIELD>

export const RETURN_FIELD = codeSet('回盘文件栏目', '本平台约定', [
  ['SEQ', '序号'],
  ['RESULT', '处理结果'],
  ['CODE', '结果代码'],
  ['PAID_ON', '付款日期'],
  ['BANK_REFERENCE', '银行流水号'],
  ['AMOUNT_YUAN', '金额（元）'],
  ['AMOUNT_FEN', '金额（分）'],
  ['NAME', '姓名'],
])
export type ReturnField = CodeOf<typeof RETURN_FIELD>

/** What may stand in a title: `{月份}`. */
export const TITLE_WORDS = ['月份', '待遇名称', '文件编号', '笔数', '合计'] as const

const PaymentColumn = z.object({ title: requiredText('列标题', 40), field: PAYMENT_FIELD.schema, text: optionalText('固定文字', 60) })
const ReturnColumn = z.object({ title: requiredText('列标题', 40), field: RETURN_FIELD.schema })
/** What the recipient's code means; `paid` is money on the account. */
const ResultCode = z.object({ code: requiredText('结果代码', 20), meaning: requiredText('代码含义', 60), paid: yesOrNo('该代码是否表示已付款') })
export type ResultCode = z.infer<typeof ResultCode>

/** How a recipient (收款方) wants its file, and how its return file is read. A `|` file's own lines are laid down (B10). */
export const TemplateLayout = z.object({
  format: FILE_FORMAT.schema,
  encoding: FILE_ENCODING.schema,
  titles: z.array(requiredText('标题行', 100)).max(5, '标题行不能超过 5 行'),
  columns: z.array(PaymentColumn).max(30, '发放文件不能超过 30 列'),
  returnFormat: FILE_FORMAT.schema,
  returnColumns: z.array(ReturnColumn).min(1, '请设置回盘文件的栏目').max(30, '回盘文件不能超过 30 列'),
  codes: z.array(ResultCode).min(1, '请设置结果代码').max(200, '结果代码不能超过 200 个'),
})
export type TemplateLayout = z.infer<typeof TemplateLayout>

const repeated = <T extends string>(values: readonly T[]): T | undefined => values.find((value, at) => values.indexOf(value) < at)

/** What is missing in a layout or stands in it twice, each with its field. */
export function layoutProblems({ format, columns, titles, returnColumns, codes }: Pick<TemplateLayout, 'format' | 'columns' | 'titles' | 'returnColumns' | 'codes'>): { path: string; message: string }[] {
  const fields = columns.map(({ field }) => field)
  const returned = returnColumns.map(({ field }) => field)
  const has = (...any: PaymentField[]) => any.some((field) => fields.includes(field))
  const word = titles.flatMap((title) => [...title.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)).find((name) => !TITLE_WORDS.some((known) => known === name))
  const missing = format === 'XLSX' ? [['序号', has('SEQ')], ['姓名', has('NAME')], ['银行账号', has('ACCOUNT')], ['金额', has('AMOUNT_YUAN', 'AMOUNT_FEN')]].flatMap(([name, there]) => (there ? [] : [name])) : []
  return [
    ...(missing.length > 0 ? [{ path: 'columns', message: `发放文件缺少${missing.map((name) => `“${name}”`).join('、')}列，请补上` }] : []),
    ...(repeated(columns.map(({ title }) => title)) ? [{ path: 'columns', message: `发放文件有两列都叫“${repeated(columns.map(({ title }) => title))}”，请改名` }] : []),
    ...(columns.some(({ field, text }) => field === 'TEXT' && text === '') ? [{ path: 'columns', message: '固定文字列请写明文字内容' }] : []),
    ...(word === undefined ? [] : [{ path: 'titles', message: `标题行中的“{${word}}”不认识，可用：${TITLE_WORDS.map((name) => `{${name}}`).join('')}` }]),
    ...(!returned.includes('SEQ') || !returned.includes('CODE') ? [{ path: 'returnColumns', message: '回盘文件须有“序号”和“结果代码”' }] : []),
    ...(repeated(returned) ? [{ path: 'returnColumns', message: '回盘文件的同一项目只能设置一列' }] : []),
    ...(repeated(returnColumns.map(({ title }) => title)) ? [{ path: 'returnColumns', message: '回盘文件有两列同名，请改名' }] : []),
    ...(returned.includes('AMOUNT_YUAN') && returned.includes('AMOUNT_FEN') ? [{ path: 'returnColumns', message: '回盘文件的金额只能按元或按分设置一列' }] : []),
    ...(repeated(codes.map(({ code }) => code)) ? [{ path: 'codes', message: `结果代码“${repeated(codes.map(({ code }) => code))}”重复，请删除一个` }] : []),
    ...(codes.some(({ paid }) => paid) ? [] : [{ path: 'codes', message: '至少有一个结果代码表示“已付款”' }]),
  ]
}

export const PaymentTemplateInput = TemplateLayout.extend({ name: requiredText('模板名称', 60), recipient: requiredText('收款单位', 60) }).superRefine((template, context) => {
  for (const { path, message } of layoutProblems(template)) context.addIssue({ code: 'custom', path: [path], message })
})
export type PaymentTemplateInput = z.infer<typeof PaymentTemplateInput>

export const ChangePaymentTemplate = PaymentTemplateInput.safeExtend({ version: z.int() })

export const PaymentTemplateView = TemplateLayout.extend({
  id: Uuid,
  version: z.int(),
  name: z.string(),
  recipient: z.string(),
  /** Put in by the platform and looked at by nobody yet. */
  assumed: z.boolean(),
  retiredOn: IsoDate.nullable(),
  /** Payment files made with it; each keeps the layout it was made with. */
  files: z.int(),
})
export type PaymentTemplateView = z.infer<typeof PaymentTemplateView>
