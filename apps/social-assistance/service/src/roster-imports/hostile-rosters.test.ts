import { aSheetXml, aWorkbook } from '@xishan/service-kit/testing'
import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { HEADS, RosterWalk, aNumber, aRoster, aRow, rowsOf } from '../testing/roster-walk'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const written = async () => office.sql(`select (select count(*) from roster_import)::int as imports, (select count(*) from roster_file)::int as pieces, (select count(*) from roster_row)::int as rows`)
const compound = (name: string) => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(512), Buffer.from(name, 'utf16le'), Buffer.alloc(512)])
const cell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
const xmlRow = (number: number, cells: readonly string[]) => `<row r="${number}">${cells.map((text, at) => cell(`${String.fromCharCode(65 + at)}${number}`, text)).join('')}</row>`

describe('a workbook that cannot be a roster is refused in a sentence and leaves nothing', () => {
  const cases: [what: string, bytes: () => Promise<Buffer> | Buffer, code: string, words: string][] = [
    ['old Excel', () => compound('Workbook'), 'file-kind-refused', '另存为 xlsx'],
    ['with a password', () => compound('EncryptedPackage'), 'workbook-locked', '取消密码'],
    ['cut off', async () => (await aRoster([aRow()])).subarray(0, 900), 'workbook-damaged', '不完整'],
    ['without a head', async () => aWorkbook(aSheetXml(xmlRow(1, ['甲', '乙', '丙']))), 'roster-head-missing', '没有找到表头'],
    ['without rows', () => aRoster([]), 'roster-empty', '没有数据行'],
    ['of 200,001 rows', () => aRoster(Array.from({ length: 200_001 }, (_, at) => ['x', String(at)]), ['姓名', '身份证号']), 'file-too-large', '200000 行'],
    ['of more than 24 MB', () => Buffer.alloc(25 * 1024 * 1024, 80), 'file-too-large', '24 MB'],
  ]
  it.each(cases)('%s', async (_, bytes, code, words) => {
    const before = await written()
    const { status, body } = await new RosterWalk(office).upload(await bytes())
    expect([status >= 400, body]).toMatchObject([true, { code, detail: expect.stringContaining(words) }])
    expect(await written()).toEqual(before)
  }, 60_000)

  it('for its month, its scheme, its mapping, or what it would correct', async () => {
    const bytes = await aRoster([aRow()])
    const upload = async (input: object) => (await new RosterWalk(office).upload(bytes, input)).body
    expect(await upload({ asOfMonth: '2025-10' })).toMatchObject({ code: 'roster-month-ahead' })
    expect(await upload({ kind: 'OTHER_ENTITLEMENT' })).toMatchObject({ code: 'invalid-input', errors: [{ field: 'scheme' }] })
    expect(await upload({ mappingName: '没有的' })).toMatchObject({ code: 'roster-mapping-unknown' })
    expect(await upload({ correctsId: crypto.randomUUID() })).toMatchObject({ code: 'not-found' })
    const right = new RosterWalk(office)
    await right.checked([aRow()])
    expect(await upload({ correctsId: right.id })).toMatchObject({ code: 'roster-correction-unfit' })
  })
})

describe('cells that cannot be trusted', () => {
  it('formulas, merged cells and text in a money column are named one by one', async () => {
    const heads = HEADS.slice(0, 13)
    const good = (number: number, name: string) => aRow({ 姓名: name }).slice(0, 13).map((value, at) => cell(`${String.fromCharCode(65 + at)}${number}`, String(value)))
    const formula = good(2, '公式')
    formula[10] = '<c r="K2"><f>630*2</f><v>1260</v></c>'
    const text = good(5, '文字')
    text[10] = cell('K5', '六百三十')
    const rows = [xmlRow(1, heads), `<row r="2">${formula.join('')}</row>`, `<row r="3">${good(3, '合并').join('')}</row>`, `<row r="4">${good(4, '被合并').join('')}</row>`, `<row r="5">${text.join('')}</row>`]
    const walk = new RosterWalk(office)
    await walk.upload(await aWorkbook(aSheetXml(rows.join(''), '<mergeCells><mergeCell ref="D3:D4"/></mergeCells>')))
    expect(await walk.check()).toMatchObject({ refusedCount: 4, newCount: 0 })
    expect((await walk.problems()).map(({ row, column, problem, remedy }) => [row, column, problem, remedy])).toEqual([
      [2, '月保障金额', 'K2 是公式', '请复制后“选择性粘贴—数值”再上传'],
      [3, '所属社区', 'D3 在合并单元格 D3:D4 中', '请取消合并并逐格填写'],
      [4, '所属社区', 'D4 在合并单元格 D3:D4 中', '请取消合并并逐格填写'],
      [5, '月保障金额', '“六百三十”不是金额', '请填写数字，例如 630 或 630.50'],
    ])
  })

  it('a number of a person or an account is never shown in full, whatever column it stands in', async () => {
    const number = aNumber()
    const walk = new RosterWalk(office)
    await walk.checked([aRow({ 姓名: number, 月保障金额: number, 所属社区: number, 卡号: '62319X' }), aRow({ 身份证号: `${number}9` })])
    const text = JSON.stringify([await walk.problems(), await walk.detail(), await office.sql(`select name, facts, problems from roster_row where import_id = $1`, [walk.id]), await office.sql(`select summary from audit_entry`)])
    expect(text).not.toContain(number)
    expect(text, 'a run of digits that is not a piece of an identifier').not.toMatch(/(?<![\w-])\d{9,}/)
  })
})

describe('columns', () => {
  it('that are missing are named, chosen by hand, kept under a name and used for the next file', async () => {
    const renamed = HEADS.map((head) => (head === '姓名' ? '困难对象' : head === '月保障金额' ? '核定数' : head))
    const walk = new RosterWalk(office)
    await walk.upload(await aRoster([aRow()], renamed))
    const uploaded = await walk.detail()
    expect(uploaded.mappingProblems).toEqual(['缺少“姓名”列，请补上该列，或指定由哪一列提供。', '缺少“户月保障金额（元）”列，请补上该列，或指定由哪一列提供。'])
    expect((await walk.act(staff.bureauClerk, routes.checkRoster)).body).toMatchObject({ code: 'roster-columns', detail: uploaded.mappingProblems.join('') })
    const columns = Object.fromEntries(uploaded.columns.flatMap(({ key, column }) => (column === null ? [] : [[key, column]])))
    const map = (changed: object) => walk.act(staff.bureauClerk, routes.mapRoster, { columns: { ...columns, ...changed }, saveAs: '西苑台账' })
    expect((await map({ name: columns['idNumber'] })).body).toMatchObject({ code: 'invalid-input', errors: [{ message: expect.stringContaining('选了同一列') }] })
    expect((await map({ name: 99 })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'columns.name' }] })
    expect((await map({ name: 4, householdAmount: 10 })).status).toBe(200)
    expect(await walk.check()).toMatchObject({ newCount: 1, mappingName: '西苑台账' })

    const next = new RosterWalk(office)
    await next.upload(await aRoster([aRow()], renamed), { mappingName: '西苑台账' })
    expect(await next.check()).toMatchObject({ newCount: 1, mappingProblems: [] })
    expect((await office.call(staff.bureauClerk, routes.findRosterMappings, { query: { kind: 'IN_PAY' } })).body).toEqual([{ name: '西苑台账', savedOn: '2025-09-30', savedBy: staff.bureauClerk.name }])
  })

  it.each(['IN_PAY', 'OTHER_ENTITLEMENT'] as const)('of the template of %s are found, and its instructions and examples are not imported', async (kind) => {
    const { body } = await office.call(staff.bureauClerk, routes.rosterTemplate, { params: { kind } })
    const input = { kind, ...(kind === 'IN_PAY' ? {} : { scheme: 'ORPHAN' }) }
    expect((await new RosterWalk(office).upload(body, input)).body).toMatchObject({ code: 'roster-empty' })
    const rows = await rowsOf(body)
    const heads = rows[2]?.map(String) ?? []
    const walk = new RosterWalk(office)
    await walk.upload(await aRoster([...rows.slice(3), heads.map((head) => (head === '姓名' ? '实行' : head === '身份证号码' ? aNumber() : head === '社区（村）' ? '凯苑' : head === '保障人数' ? '1' : head === '低保类别' ? 'C' : head === '城乡类别' ? '农村' : head === '户月保障金额（元）' ? 500 : head === '开始享受月份' ? '2024-01' : null))], heads), input)
    expect(await walk.check()).toMatchObject({ rowCount: 1, newCount: 1, mappingProblems: [] })
  })
})
