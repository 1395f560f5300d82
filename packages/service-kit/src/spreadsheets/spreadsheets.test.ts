import { createHash, randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { readSheetCells } from './read-sheet'
import type { Sheet, SheetRow } from './sheet'
import { columnName } from './sheet-xml'
import { writeSheetStream } from './write-sheet-stream'

const bytesOf = async (stream: Readable | NodeJS.ReadableStream): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
const write = (sheet: Partial<Sheet>) => bytesOf(writeSheetStream({ name: '低保', columns: [{ title: '甲' }], rows: [], ...sheet }))
const texts = (...values: string[]): SheetRow[] => values.map((value) => [value])

/** The sheet's XML: the entries before it are small, its own is found by name. */
function sheetXml(zip: Buffer): string {
  const entry = zip.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  const local = zip.readUInt32LE(entry + 42)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(entry + 20))).toString('utf8')
}

describe('a written sheet', () => {
  it('is read back: text, numbers, money in yuan, dates, gaps', async () => {
    const file = await write({
      columns: [{ title: '身份证号码', width: 22 }, { title: '人数', kind: 'number' }, { title: '金额（元）', kind: 'money' }, { title: '确认日期', kind: 'date' }],
      rows: [
        ['530112194103150021', 2, 113200, '2025-09-30'],
        ['05301', null, -1, ''],
      ],
    })
    expect(await readSheetCells(file)).toEqual([
      ['身份证号码', '人数', '金额（元）', '确认日期'],
      ['530112194103150021', '2', '1132', '2025-09-30'],
      ['05301', null, '-0.01', null],
    ])
  })

  it('has the same bytes whenever it is written again with the same age', async () => {
    const again = () => write({ rows: texts('张三', '李四'), madeAt: new Date('2025-09-30T00:00:00Z') })
    const first = await again()
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await again()).equals(first)).toBe(true)
  })

  it('never holds a formula, whatever a text begins with', async () => {
    const risky = ['=1+1', '+86', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1']
    const file = await write({ rows: texts(...risky, '普通') })
    const xml = sheetXml(file)
    expect(xml).not.toContain('<f>')
    expect(xml.match(/s="6" t="inlineStr"/g)).toHaveLength(risky.length)
    expect((await readSheetCells(file)).slice(1).map(([cell]) => cell)).toEqual([...risky.map((text) => text.trim()), '普通'])
  })

  it('keeps any text whole, except what XML cannot hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 }), async (values) => {
        const kept = values.map((value) => `字${value.replace(/\p{Cc}|\p{Cs}/gu, '')}字`)
        const cells = await readSheetCells(await write({ rows: texts(...kept) }))
        expect(cells.slice(1).map(([cell]) => cell)).toEqual(kept)
      }),
      { numRuns: 15 },
    )
    expect((await readSheetCells(await write({ rows: texts('a\u0000\u0007\uD800b</t>&"') })))[1]).toEqual(['a\uFFFDb</t>&"'])
  })

  it('cuts a text that Excel would refuse', async () => {
    const [, [cell] = []] = await readSheetCells(await write({ rows: texts('长'.repeat(40_000)) }))
    expect(String(cell)).toHaveLength(32_767)
  })

  it('says who took it out and when, above a frozen head', async () => {
    const file = await write({ mark: { user: '李晓梅', at: '2025-09-30 10:24', note: '演示数据' }, rows: texts('张三') })
    expect((await readSheetCells(file)).map(([cell]) => cell)).toEqual(['导出人：李晓梅　导出时间：2025-09-30 10:24　演示数据', '甲', '张三'])
    expect(sheetXml(file)).toContain('ySplit="2" topLeftCell="A3"')
    expect(sheetXml(await write({}))).toContain('ySplit="1" topLeftCell="A2"')
  })

  it('has titles over its whole width and account numbers as text, as payment templates want', async () => {
    const account = '6217002710000684874'
    const file = await write({ titles: ['西山区2025年10月低保金发放表', '单位：元'], columns: [{ title: '户名' }, { title: '账号' }, { title: '金额', kind: 'money' }], rows: [['张三', account, 63_030]] })
    expect(await readSheetCells(file)).toEqual([['西山区2025年10月低保金发放表', null, null], ['单位：元', null, null], ['户名', '账号', '金额'], ['张三', account, '630.3']])
    const xml = sheetXml(file)
    expect(xml).toContain(`<c r="B4" s="2" t="inlineStr"><is><t xml:space="preserve">${account}</t></is></c>`)
    expect(xml).toContain('ySplit="3" topLeftCell="A4"')
    expect(xml).not.toContain('mergeCell')
  })

  it('writes what is no date or no number as text', async () => {
    const file = await write({ columns: [{ title: 'd', kind: 'date' }, { title: 'n', kind: 'number' }], rows: [['不详', NaN], ['1899-01-01', 1], ['2024-02-29', 0]] })
    expect((await readSheetCells(file)).slice(1)).toEqual([['不详', 'NaN'], ['1899-01-01', '1'], ['2024-02-29', '0']])
  })

  it('names columns beyond Z', () => expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))
})

describe('a stream of rows', () => {
  it('is asked for only as fast as it is taken, and let go when the receiver leaves', async () => {
    let given = 0
    let isClosed = false
    async function* rows(): AsyncGenerator<SheetRow[]> {
      try {
        for (;;) {
          given++
          yield [[createHash('sm3').update(String(given)).digest('base64'), randomBytes(200).toString('base64')]]
        }
      } finally {
        isClosed = true
      }
    }
    const stream = writeSheetStream({ name: 'x', columns: [{ title: 'a' }, { title: 'b' }], rows: rows() })
    await new Promise((resolve) => stream.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(given).toBeLessThan(5000)
    stream.destroy()
    await expect.poll(() => isClosed).toBe(true)
  })

  it('fails when the rows fail', async () => {
    async function* rows(): AsyncGenerator<SheetRow[]> {
      yield [['一']]
      throw new Error('connection lost')
    }
    await expect(write({ rows: rows() })).rejects.toThrow('connection lost')
  })
})

describe('reading', () => {
  const refusal = (bytes: Buffer, limits?: Parameters<typeof readSheetCells>[1]) => readSheetCells(bytes, limits)

  it('refuses what is no sheet', async () => {
    const archive = new ZipFile()
    archive.addBuffer(Buffer.from('x'), 'a.txt')
    archive.end()
    for (const bytes of [Buffer.alloc(0), Buffer.from('not a zip'), Buffer.from('PK\x05\x06'), await bytesOf(archive.outputStream)])
      await expect(refusal(bytes)).rejects.toMatchObject({ code: 'file-kind-refused' })
  })

  it('refuses too many bytes, rows and columns, and an archive that unpacks to too much', async () => {
    const file = await write({ rows: texts('一', '二', '三') })
    await expect(refusal(file, { maxBytes: 10, maxRows: 10, maxColumns: 10 })).rejects.toMatchObject({ code: 'file-too-large' })
    await expect(refusal(file, { maxBytes: 1e6, maxRows: 3, maxColumns: 10 })).rejects.toMatchObject({ code: 'file-too-large', details: { limit: '3 行' } })
    await expect(refusal(file, { maxBytes: 1e6, maxRows: 9, maxColumns: 0 })).rejects.toMatchObject({ details: { limit: '0 列' } })
    const bomb = new ZipFile()
    bomb.addBuffer(Buffer.alloc(70 * 1024 * 1024), 'xl/worksheets/sheet1.xml')
    bomb.end()
    await expect(refusal(await bytesOf(bomb.outputStream))).rejects.toMatchObject({ code: 'file-too-large' })
  })
})
