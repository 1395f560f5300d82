import { randomBytes } from 'node:crypto'
import { COMMON_PROBLEMS, sentence } from '@xishan/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LARGE_SHEET, readSheetRows } from './read-sheet-rows'
import type { SheetLimits } from './read-sheet'
import type { SheetRow } from './sheet'
import { showsDate } from './date-styles'
import type { ReadRow } from './sheet-row-reader'
import { anArchive, aSheet, aWorkbook } from './workbook.testing'
import { writeSheetStream } from './write-sheet-stream'

async function read(bytes: Buffer, limits?: SheetLimits): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for await (const batch of readSheetRows(bytes, limits)) rows.push(...batch)
  return rows
}
const readSheet = async (rows: string, behind?: string, parts?: Record<string, string>) => read(await aWorkbook(aSheet(rows, behind), parts))
const cellsOf = async (rows: string, parts?: Record<string, string>) => (await readSheet(rows, '', parts)).map(({ cells }) => cells)

async function written(columns: string[], rows: SheetRow[]): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of writeSheetStream({ name: '名册', columns: columns.map((title) => ({ title })), rows })) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

describe('rows of a workbook', () => {
  it('come back as they were written, in batches, with the numbers that Excel shows', async () => {
    const rows = Array.from({ length: 1800 }, (_, row) => [`姓名${row}`, null, `53011219410315${String(row).padStart(4, '0')}`])
    const bytes = await written(['姓名', '备注', '证件号码'], rows)
    const batches: number[] = []
    for await (const batch of readSheetRows(bytes)) batches.push(batch.length)
    expect(batches.length).toBeGreaterThan(1)
    const [head, ...rest] = await read(bytes)
    expect(head).toEqual({ number: 1, cells: ['姓名', '备注', '证件号码'], refusals: [] })
    expect(rest.map(({ cells }) => cells)).toEqual(rows)
    expect(rest.at(-1)?.number).toBe(1801)
  })

  it('keep any text whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }), async (values) => {
        const kept = values.map((value) => `字${value.replace(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')}字`)
        const rows = await read(await written(['甲'], kept.map((text) => [text])))
        expect(rows.slice(1).map(({ cells }) => cells[0])).toEqual(kept)
      }),
      { numRuns: 30 },
    )
  })

  it('are found in shared texts with runs, without readings, with escapes', async () => {
    const texts = '<sst><si><t>张三</t></si><si><r><t>李</t></r><r><t xml:space="preserve"> 四</t></r><rPh><t>lisi</t></rPh></si><si><t>a_x000D_b &amp; &#x4e2d;</t></si><si/></sst>'
    expect(await cellsOf('<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c r="E3" t="s"><v>3</v></c></row>', { 'xl/sharedStrings.xml': texts })).toEqual([[null, '张三', '李 四', 'a\rb & 中']])
  })

  it('may be written with prefixes, without addresses, with comments and CDATA', async () => {
    const sheet = `<x:worksheet xmlns:x="y"><x:sheetData><!-- <row> --><x:row><x:c t = 'inlineStr'><x:is><x:t><![CDATA[<甲>]]></x:t></x:is></x:c><x:c t="str"><x:v>乙</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B1:B2"/></x:mergeCells></x:worksheet>`
    expect(await read(await aWorkbook(sheet))).toEqual([{ number: 1, cells: ['<甲>', '乙'], refusals: [expect.objectContaining({ cell: 'B1', kind: 'merged' })] }])
  })

  it('leave out what is only formatted, without counting it', async () => {
    const empty = Array.from({ length: 3000 }, (_, row) => `<row r="${row + 2}"><c r="A${row + 2}" s="1"/><c r="XFD${row + 2}" s="1"/></row>`).join('')
    expect(await read(await aWorkbook(aSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${empty}`)), { ...LARGE_SHEET, maxRows: 10 })).toHaveLength(1)
  })

  it('come from the first sheet that is not hidden', async () => {
    const workbook = '<workbook><sheets><sheet name="a" state="veryHidden" r:id="r1"/><sheet name="b" r:id="r2"/></sheets></workbook>'
    const bytes = await aWorkbook(aSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet2.xml': aSheet('<row r="1"><c r="A1"><v>2</v></c></row>') })
    expect((await read(bytes))[0]?.cells).toEqual(['2'])
    await expect(readSheet('', '', { 'xl/workbook.xml': '<workbook><sheets><sheet name="a" state="hidden" r:id="r1"/></sheets></workbook>' })).rejects.toMatchObject({ code: 'workbook-damaged', details: { reason: '没有可见的工作表' } })
  })

  it('are let go when the importer stops', async () => {
    const bytes = await written(['甲'], Array.from({ length: 5000 }, (_, row) => [`${row}`]))
    for await (const batch of readSheetRows(bytes)) {
      expect(batch[0]?.number).toBe(1)
      break
    }
  })
})

describe('a number', () => {
  const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00_);[Red]\\(#,##0.00\\)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs></styleSheet>'
  const parts = { 'xl/styles.xml': styles }
  const one = async (cell: string, workbook?: string) => (await cellsOf(`<row r="1">${cell}</row>`, workbook ? { ...parts, 'xl/workbook.xml': workbook } : parts))[0]?.[0]

  it.each([
    ['630.29999999999995', '630.3'],
    ['630.30000000000007', '630.3'],
    ['0.30000000000000004', '0.3'],
    ['99999999999.99', '99999999999.99'],
    ['0.1', '0.1'],
    ['6.3E2', '630'],
    ['-1.5', '-1.5'],
    ['999999999999999', '999999999999999'],
  ])('stored as %s is %s', async (stored, text) => expect(await one(`<c r="A1"><v>${stored}</v></c>`)).toBe(text))

  it.each([
    ['45931', 1, '2025-10-01'],
    ['45931', 2, '2025-10-01'],
    ['45931.5', 1, '2025-10-01 12:00:00'],
    ['45931', 3, '45931'],
    ['45931', 4, '2025-10-01'],
    ['1', 1, '1900-01-01'],
    ['59', 1, '1900-02-28'],
    ['61', 1, '1900-03-01'],
    ['-5', 1, '-5'],
  ])('stored as %s in style %s is %s', async (stored, style, text) => expect(await one(`<c r="A1" s="${style}"><v>${stored}</v></c>`)).toBe(text))

  it('counts from 1904 where the workbook says so', async () =>
    expect(await one('<c r="A1" s="1"><v>44469</v></c>', '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="r1"/></sheets></workbook>')).toBe('2025-10-01'))

  it('that has lost digits is refused with its address', async () => {
    const [row] = await readSheet('<row r="17"><c r="F17"><v>6.217002710000684E18</v></c></row>')
    expect(row).toMatchObject({ cells: [null, null, null, null, null, null], refusals: [{ cell: 'F17', column: 5, kind: 'digits-lost' }] })
    expect(row?.refusals[0]?.message).toBe('F17 的数字超过 15 位，Excel 已丢失末尾数字，请将该列设为文本格式后重新填写。')
  })

  it.each([['General', false], ['0.00E+00', false], ['@', false], ['[h]:mm', false], ['h:mm:ss', false], ['m"月"', true], ['"day"0', false], ['[$-804]yyyy\\-m\\-d', true], ['mm:ss', false], ['G/通用格式', false]])('format %s shows a date: %s', (code, isDate) => expect(showsDate(code)).toBe(isDate))
})

describe('a cell that cannot be trusted', () => {
  it('is named when it is a formula, with or without a value, also one of an array', async () => {
    const rows = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f t="shared" si="0"/></c><c r="C2"><f t="array" ref="C2:C3">X</f><v>1</v></c><c r="D2"><v>4</v></c></row><row r="3"><c r="C3"><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c></row>'
    const [first, second, third] = await readSheet(rows)
    expect(first?.cells).toEqual([null, null, null, '4'])
    expect(first?.refusals.map(({ cell, kind }) => [cell, kind])).toEqual([['A2', 'formula'], ['B2', 'formula'], ['C2', 'formula']])
    expect(first?.refusals[0]?.message).toBe('A2 是公式，请复制后“选择性粘贴—数值”再上传。')
    expect(second?.refusals.map(({ cell }) => cell)).toEqual(['C3'])
    expect(third).toEqual({ number: 4, cells: [null, null, '3'], refusals: [] })
  })

  it('is named when it is an error', async () =>
    expect((await readSheet('<row r="5"><c r="AA5" t="e"><v>#N/A</v></c></row>'))[0]?.refusals).toEqual([{ cell: 'AA5', column: 26, kind: 'error', message: 'AA5 是错误值 #N/A，请改正后再上传。' }]))

  it('is named in every row of a merged range, whose text stays in its first cell', async () => {
    const rows = '<row r="1"><c r="A1" t="str"><v>标题</v></c></row><row r="2"><c r="B2" t="str"><v>甲</v></c></row><row r="3"><c r="A3"><v>1</v></c></row><row r="4"><c r="B4"><v>1</v></c></row>'
    const merged = await readSheet(rows, '<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="A1:C1"/></mergeCells>')
    expect(merged.map(({ cells, refusals }) => [cells, refusals.map(({ cell }) => cell)])).toEqual([
      [['标题'], ['A1', 'B1', 'C1']],
      [[null, '甲'], ['B2']],
      [['1'], ['B3']],
      [[null, '1'], []],
    ])
    expect(merged[2]?.refusals[0]?.message).toBe('B3 在合并单元格 B2:B3 中，请取消合并并逐格填写。')
  })
})

describe('a file that is refused', () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  const compound = (name: string) => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(512), Buffer.from(name, 'utf16le'), Buffer.alloc(512)])
  const cases: [string, () => Promise<Buffer> | Buffer, string, string][] = [
    ['nothing', () => Buffer.alloc(0), 'file-kind-refused', '空文件'],
    ['text named xlsx', () => Buffer.from('姓名,金额\r\n张三,630\r\n'), 'file-kind-refused', 'CSV'],
    ['a picture', () => Buffer.concat([Buffer.from('89504e47', 'hex'), Buffer.alloc(100)]), 'file-kind-refused', '无法读取'],
    ['old Excel', () => compound('Workbook'), 'file-kind-refused', 'xls'],
    ['old Word', () => compound('WordDocument'), 'file-kind-refused', '旧版 Office'],
    ['encrypted', () => compound('EncryptedPackage'), 'workbook-locked', '密码'],
    ['another archive', () => anArchive({ 'a.txt': 'x' }), 'file-kind-refused', '压缩包'],
    ['a cut archive', async () => (await aWorkbook(aSheet(row))).subarray(0, 700), 'workbook-damaged', '压缩包不完整'],
    ['no sheet part', () => anArchive({ '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>', 'xl/workbook.xml': '<workbook/>' }), 'workbook-damaged', '缺少 xl/_rels/workbook.xml.rels'],
    ['missing shared texts', () => aWorkbook(aSheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')), 'workbook-damaged', '缺少共享文字'],
    ['cut XML', () => aWorkbook(`<worksheet><sheetData>${row}`), 'workbook-damaged', '不完整'],
    ['crossed XML', () => aWorkbook('<worksheet><sheetData></worksheet></sheetData>'), 'workbook-damaged', '格式'],
    ['declared entities', () => aWorkbook(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${aSheet(row)}`), 'workbook-damaged', '文档类型'],
    ['unknown entities', () => aWorkbook(aSheet('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>')), 'workbook-damaged', '实体'],
    ['entities named like an object has them', () => aWorkbook(aSheet('<row r="1"><c r="A1" t="str"><v>&toString;</v></c></row>')), 'workbook-damaged', '实体'],
    ['one endless token', () => aWorkbook(`<worksheet a="${'x'.repeat(1_500_000)}"`), 'workbook-damaged', '过长'],
    ['bottomless XML', () => aWorkbook('<a>'.repeat(10_000)), 'workbook-damaged', '层级'],
    ['not UTF-8', () => aWorkbook('', { 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0x61, 0x3e, 0xb0, 0xa1]) }), 'workbook-damaged', 'UTF-8'],
    ['rows backwards', () => aWorkbook(aSheet('<row r="5"/><row r="4"/>')), 'workbook-damaged', '行号'],
    ['a column that is none', () => aWorkbook(aSheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')), 'workbook-damaged', '地址'],
    ['a text over many pages', () => aWorkbook(aSheet(row), { 'xl/sharedStrings.xml': `<sst>${`<si><t>${'长'.repeat(30_000)}</t></si>`.repeat(900)}</sst>` }), 'file-too-large', '64 MB 文字'],
    ['a bomb', () => aWorkbook(aSheet(row), { 'xl/styles.xml': Buffer.alloc(20 * 1024 * 1024) }), 'file-too-large', '16 MB'],
  ]

  it.each(cases)('%s', async (_, file, code, words) => {
    const problem = await read(await file()).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code })
    const known: Record<string, { detail: string }> = COMMON_PROBLEMS
    const { details } = problem as { details: Record<string, string> }
    expect(sentence(known[code]?.detail ?? '', details)).toContain(words)
  })

  it('for its bytes, rows and columns', async () => {
    const many = await written(['甲', '乙'], Array.from({ length: 40 }, (_, index) => [`${index}`, '1']))
    await expect(read(many, { maxBytes: 10, maxRows: 100, maxColumns: 9 })).rejects.toMatchObject({ code: 'file-too-large', details: { limit: '0 MB' } })
    await expect(read(many, { maxBytes: 1e6, maxRows: 20, maxColumns: 9 })).rejects.toMatchObject({ details: { limit: '20 行' } })
    await expect(read(many, { maxBytes: 1e6, maxRows: 21, maxColumns: 9 })).resolves.toHaveLength(41)
    await expect(read(many, { maxBytes: 1e6, maxRows: 100, maxColumns: 1 })).rejects.toMatchObject({ details: { limit: '1 列' } })
  })

  it('or read as it was written, wherever it is cut or altered', async () => {
    const whole = await written(['甲', '乙'], Array.from({ length: 200 }, () => [randomBytes(9).toString('hex'), '1']))
    const rows = await read(whole)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.boolean(), async (at, byte, isCut) => {
        const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole)
        if (!isCut) bytes[at] = byte
        const result: unknown = await read(bytes).catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toHaveProperty('code', expect.stringMatching(/^(workbook-|file-)/))
        else expect(result).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })
})
