import { buffer } from 'node:stream/consumers'
import { writeSheetStream, type SheetColumn, type SheetRow } from '@xishan/service-kit'
import { aSheetXml, aWorkbook } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Office } from '../testing/office'
import { PaymentWalk, payingOffice } from '../testing/payment-walk'

let office: Office
let text: PaymentWalk
let sheet: PaymentWalk
beforeAll(async () => {
  office = await openOffice()
  await payingOffice(office, 3)
  text = await (await new PaymentWalk(office).signed('2025-10')).exported('PIPE')
  await office.advanceTo('2025-10-31')
  sheet = await (await new PaymentWalk(office).signed('2025-11')).exported('XLSX')
}, 60_000)
afterAll(() => office.close())

const untouched = async () => expect(await office.sql(`select (select count(*)::int from return_file) as files, (select count(*)::int from return_row) as rows, (select count(*)::int from disbursement_attempt where state <> 'SENT') as answered`)).toEqual([{ files: 0, rows: 0, answered: 0 }])

type Change = (lines: string[]) => string[] | Buffer
const TEXTS: readonly (readonly [string, Change, string, RegExp])[] = [
  ['cut off in the middle', (lines) => Buffer.from(lines.slice(0, 3).join('\r\n')), 'return-incomplete', /没有合计行，共读到 2 行明细，文件可能被截断，未登记任何结果/],
  ['cut off within a line', (lines) => Buffer.from(lines.join('\r\n').slice(0, -12)), 'return-incomplete', /没有合计行/],
  ['with a line missing', (lines) => lines.toSpliced(2, 1), 'return-incomplete', /合计行载明 3 笔，实有 2 行明细/],
  ['with a line too many', (lines) => lines.toSpliced(2, 0, lines[2] ?? ''), 'return-incomplete', /合计行载明 3 笔，实有 4 行明细/],
  ['with head and trailer at odds', (lines) => [lines[0]?.replace('|3|', '|4|') ?? '', ...lines.slice(1)], 'return-incomplete', /首行载明 4 笔，合计行载明 3 笔/],
  ['with something after the trailer', (lines) => [...lines, '4|||||1'], 'return-incomplete', /第 6 行在合计行之后还有内容/],
  ['whose sums do not add up', (lines) => lines.map((line, at) => (at === 2 ? line.replace(/\d+$/, '1') : line)), 'return-sums', /第 5 行载明合计 1206\.00 元，各行相加为 \d+\.01 元，相差 \d+\.99 元/],
  ['of another batch', (lines) => [lines[0]?.replace(/-\d{6}-01/, '-999999-01') ?? '', ...lines.slice(1)], 'return-foreign', /首行的文件编号为“XS-\w+-2025-999999-01”，请核对后选择与发放文件“XS-\w+-2025-000001-01”对应的回盘文件/],
  ['of another month', (lines) => [lines[0]?.replace('2025-10', '2025-09') ?? '', ...lines.slice(1)], 'return-foreign', /首行的月份为“2025-09”，本批次为 2025-10/],
  ['of another layout', () => ['序号,结果', '1,成功'], 'return-foreign', /首行应为“H\|文件编号\|待遇\|月份\|笔数\|合计”，与模板的格式不符/],
  ['that is a workbook', () => Buffer.from('PK\u0003\u0004 nothing'), 'return-foreign', /模板规定回盘为竖线分隔文本，所选的是 Excel 表格/],
  ['with text for an amount', (lines) => lines.map((line, at) => (at === 2 ? line.replace(/\d+$/, 'NIL') : line)), 'return-unreadable', /第 3 行“金额（分）”：“NIL”不是以分为单位的金额/],
  ['with yuan where fen belong', (lines) => lines.map((line, at) => (at === 2 ? line.replace(/\d+$/, '402.00') : line)), 'return-unreadable', /第 3 行“金额（分）”：“402\.00”/],
  ['with a date that is none', (lines) => lines.map((line, at) => (at === 2 ? line.replace('20251028', '20251332') : line)), 'return-unreadable', /第 3 行“付款日期”：“20251332”不是存在的日期/],
  ['with a column too few', (lines) => lines.map((line, at) => (at === 2 ? line.replace('|', '') : line)), 'return-unreadable', /第 3 行：应有 6 项（序号、处理结果、结果代码、付款日期、流水号、金额（分）），实有 5 项/],
  ['without a sequence number', (lines) => lines.map((line, at) => (at === 2 ? line.replace(/^\d+/, '') : line)), 'return-unreadable', /第 3 行“序号”：没有序号/],
  ['without a result code', (lines) => lines.map((line, at) => (at === 2 ? line.replace('|0000|', '||') : line)), 'return-unreadable', /第 3 行“结果代码”：没有结果代码/],
  ['in no encoding', (lines) => Buffer.concat([Buffer.from(`${lines[0]}\r\n1|`), Buffer.from([0xff, 0xff, 0xff]), Buffer.from(`|0000|||1\r\n`)]), 'text-file-damaged', /第 2 行/],
  ['saved anew with a mark', (lines) => Buffer.concat([Buffer.from('EFBBBF', 'hex'), Buffer.from(lines.join('\r\n'))]), 'text-file-damaged', /编码标记/],
  ['without a row', (lines) => [lines[0]?.replace(/\|3\|\d+$/, '|0|0') ?? '', 'T|0|0'], 'return-empty', /没有一行回盘结果/],
]

describe('a | return file', () => {
  it.each(TEXTS)('%s is refused with a sentence, and nothing is written', async (_what, change, code, sentence) => {
    const good = (await text.returned()).toString().trimEnd().split('\r\n')
    const changed = change(good)
    const { body, status } = await text.preview(Buffer.isBuffer(changed) ? changed : Buffer.from(changed.map((line) => `${line}\r\n`).join('')))
    expect(body).toMatchObject({ code })
    expect(status).toBeGreaterThanOrEqual(409)
    expect(body.detail).toMatch(sentence)
    await untouched()
  })

  it('tells every line it cannot read, not only the first', async () => {
    const lines = (await text.returned()).toString().trimEnd().split('\r\n')
    const broken = lines.map((line, at) => (at === 1 || at === 2 ? line.replace(/\d+$/, 'X') : line))
    const { body } = await text.preview(Buffer.from(broken.map((line) => `${line}\r\n`).join('')))
    expect(body.errors?.map(({ field }) => field)).toEqual(['第 2 行“金额（分）”', '第 3 行“金额（分）”'])
    expect(body.detail).toMatch(/^共 2 处无法识别/)
  })

  it('without the last line’s end, and with the other world’s ends, is taken all the same', async () => {
    const good = (await text.returned()).toString()
    for (const bytes of [good.trimEnd(), good.replaceAll('\r\n', '\n')]) expect((await text.preview(Buffer.from(bytes))).status).toBe(200)
  })
})

const COLUMNS: readonly SheetColumn[] = [{ title: '序号', kind: 'number' }, { title: '姓名' }, { title: '金额（元）' }, { title: '结果代码' }, { title: '处理结果' }, { title: '付款日期' }, { title: '流水号' }]
const bookOf = (rows: SheetRow[], { titles = [], columns = COLUMNS }: { titles?: string[]; columns?: readonly SheetColumn[] } = {}): Promise<Buffer> => buffer(writeSheetStream({ name: '回盘', columns, rows, titles }))

async function goodRows(): Promise<(string | number)[][]> {
  const { id } = await sheet.file()
  const sent = await office.sql<{ seq: number; holder: string; fen: string }>(`select seq, account_holder as holder, amount_fen as fen from disbursement_attempt where payment_file_id = $1 order by seq`, [id])
  return sent.map(({ seq, holder, fen }) => [seq, holder, (Number(fen) / 100).toFixed(2), '00', '成功', '2025-11-28', `B-${seq}`])
}

type RowChange = (rows: (string | number)[][]) => Promise<Buffer> | Buffer
const SHEETS: readonly (readonly [string, RowChange, string, RegExp])[] = [
  ['with text in the money column', (rows) => bookOf(rows.map((row, at) => (at === 1 ? row.with(2, '肆佰元') : row))), 'return-unreadable', /C3：“肆佰元”不是金额/],
  ['with an empty amount', (rows) => bookOf(rows.map((row, at) => (at === 1 ? row.with(2, '') : row))), 'return-unreadable', /C3：没有金额/],
  ['without one of its columns', (rows) => bookOf(rows.map((row) => row.slice(0, 6)), { columns: COLUMNS.slice(0, 6) }), 'return-foreign', /没有找到标题行，应有“序号”、“姓名”、“金额（元）”/],
  ['of another file by its title', (rows) => bookOf(rows, { titles: ['文件编号：XS-SAD-2025-000099-01'] }), 'return-foreign', /表头的文件编号为“XS-SAD-2025-000099-01”/],
  ['of which no row fits', (rows) => bookOf(rows.map((row) => row.with(2, '9.99'))), 'return-foreign', /没有一行与发放文件的序号、金额和姓名相符/],
  ['whose row of sums differs', (rows) => bookOf([...rows, ['', '合计', '1.00']]), 'return-sums', /第 5 行载明合计 1\.00 元，各行相加为 1206\.00 元/],
  ['whose row of sums counts more', (rows) => bookOf([...rows, ['合计 4 笔']]), 'return-incomplete', /合计行载明 4 笔，实有 3 行/],
  ['with rows after the sums', (rows) => bookOf([...rows, ['合计'], rows[0] ?? []]), 'return-incomplete', /在合计行之后还有内容/],
  ['that is a text', () => Buffer.from('H|x\r\n'), 'return-foreign', /模板规定回盘为 Excel 表格（xlsx），所选的不是/],
  ['that was cut off', async (rows) => (await bookOf(rows)).subarray(0, 900), 'workbook-damaged', /不完整或已损坏/],
  ['with a formula for an amount', (rows) => foreignBook(rows, { amount: '<c r="C3"><f>C2*2</f><v>402</v></c>' }), 'return-unreadable', /C3.*公式/],
  ['with merged cells', (rows) => foreignBook(rows, { behind: '<mergeCells count="1"><mergeCell ref="D2:D4"/></mergeCells>' }), 'return-unreadable', /D\d.*合并单元格/],
]

describe('a return workbook', () => {
  it('is taken with titles above, other columns beside and the rows in any order', async () => {
    const rows = (await goodRows()).toReversed().map((row) => [...row, '备注'])
    const { name } = await sheet.file()
    const bytes = await bookOf([...rows, ['', '合计', '1206.00']], { titles: ['代发结果', `文件编号：${name}`], columns: [...COLUMNS, { title: '备注' }] })
    expect((await sheet.preview(bytes)).body).toMatchObject({ rowCount: 3, paidCount: 3, unmatchedCount: 0 })
  })

  it.each(SHEETS)('%s is refused with a sentence, and nothing is written', async (_what, change, code, sentence) => {
    const { body } = await sheet.preview(await change(await goodRows()))
    expect(body).toMatchObject({ code })
    expect(body.detail).toMatch(sentence)
    await untouched()
  })

  it('tells a name that differs row by row', async () => {
    const rows = (await goodRows()).map((row, at) => (at === 1 ? row.with(1, '别人') : row))
    expect((await sheet.preview(await bookOf(rows))).body).toMatchObject({ paidCount: 2, rows: [{ problem: 'NAME_DIFFERS', rowNumber: 3 }] })
  })
})

/** The rows as another program writes them, one cell of the second row and what stands behind them as told. */
const foreignBook = (rows: (string | number)[][], { amount = '', behind = '' } = {}): Promise<Buffer> => {
  const cell = (value: string | number, at: number, row: number) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`
  const xml = [COLUMNS.map(({ title }) => title), ...rows].map((row, at) => `<row r="${at + 1}">${row.map((value, column) => (amount && at === 2 && column === 2 ? amount : cell(value, column, at + 1))).join('')}</row>`)
  return aWorkbook(aSheetXml(xml.join(''), behind))
}
