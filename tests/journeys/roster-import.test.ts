import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { syntheticCitizenNumber } from '@xishan/domain'
import { readSheetRows, writeSheetStream, type SheetRow } from '@xishan/service-kit'
import { expect, it } from 'vitest'
import { useBrowser } from './browser'
import { Desk, type PaperFile } from './desk'

const newVisitor = useBrowser()

/** Others in every run. */
const first = randomInt(0, 400)
const numberOf = (index: number): string => syntheticCitizenNumber({ addressCode: '530112', birthDate: `19${40 + index}-07-0${1 + (first % 9)}`, sex: '2', sequence: first })

const HEADS = ['序号', '街道', '社区', '户主姓名', '身份证号', '人数', '城乡', '类别', '月保障金', '起保月份', '备注']
const row = (place: number, name: string, changed: Record<string, string> = {}): SheetRow => {
  const cells: Record<string, string> = { 序号: String(place), 街道: '西苑街道', 社区: '凯苑社区', 户主姓名: name, 身份证号: numberOf(place), 人数: '1', 城乡: '城镇', 类别: 'B', 月保障金: '580.50', 起保月份: '2018-03', 备注: '', ...changed }
  return HEADS.map((head) => cells[head])
}
const ROSTER = [row(1, '名册甲'), row(2, '名册乙', { 身份证号: `${numberOf(2).slice(0, 17)}${numberOf(2).endsWith('1') ? '2' : '1'}` }), row(3, '名册丙', { 社区: '凯宛社区' }), row(4, '名册丁', { 月保障金: '五百' }), row(5, '名册戊')]

const workbook = async (name: string, heads: readonly string[], rows: readonly SheetRow[]): Promise<PaperFile> => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await buffer(writeSheetStream({ name: '名册', titles: ['西苑街道在保名册'], columns: heads.map((title) => ({ title })), rows })),
})

async function at<T>(username: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await Desk.signIn(newVisitor, username)
  const result = await work(desk)
  await desk.leave()
  return result
}

async function send(desk: Desk, file: PaperFile, place: string): Promise<void> {
  const group = desk.page.getByRole('group', { name: place })
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), group.getByRole('button', { name: '选择文件' }).click()])
  await chooser.setFiles(file)
  await group.getByRole('button', { name: '上传', exact: true }).click()
}

/** Where the page stands when a job has ended. */
const stands = (desk: Desk, state: string) => desk.page.getByRole('heading', { level: 1, name: /名册$/ }).locator('..').getByText(state).waitFor()

async function upload(desk: Desk, file: PaperFile): Promise<string> {
  await desk.page.goto('/social-assistance/roster-imports')
  await send(desk, file, '名册文件')
  await desk.page.waitForURL(/roster-imports\/[0-9a-f-]{36}/)
  return desk.page.url()
}

async function checkAndReport(desk: Desk): Promise<void> {
  await desk.take('开始核验')
  await stands(desk, '已核验，待报确认')
  await desk.take('报科长确认')
  await stands(desk, '待确认入库')
}

/** The refused rows, corrected as their last column says. */
async function corrected(desk: Desk): Promise<PaperFile> {
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.press('错误明细下载')])
  const rows: (string | null)[][] = []
  for await (const batch of readSheetRows(await readFile(await download.path()))) rows.push(...batch.map(({ cells }) => cells))
  const [heads = [], ...refused] = rows
  expect(heads).toEqual([...HEADS, '错误说明'])
  expect(refused.map((cells) => cells[3])).toEqual(['名册乙', '名册丙', '名册丁'])
  expect(refused.map((cells) => cells[11])).toEqual([expect.stringContaining('校验码'), expect.stringContaining('最接近的是“凯苑社区”'), expect.stringContaining('不是金额')])
  const right: Record<string, Record<number, string>> = { 名册乙: { 4: numberOf(2) }, 名册丙: { 2: '凯苑社区' }, 名册丁: { 8: '500' } }
  return workbook('改正.xlsx', heads.map(String), refused.map((cells) => cells.map((cell, index) => right[cells[3] ?? '']?.[index] ?? cell)))
}

async function takeOver(desk: Desk, url: string, households: number): Promise<void> {
  await desk.page.goto(url)
  await desk.take('确认入库')
  await stands(desk, '已入库')
  await desk.page.getByRole('region', { name: '核验结果' }).getByText('已入库').locator('..').getByText(`${households} 户`).waitFor()
}

it('a roster with broken rows is imported, its errors are downloaded, corrected and imported again; the same file twice changes nothing', async () => {
  const file = await workbook('西苑名册.xlsx', HEADS, ROSTER)
  const url = await at('bureau.clerk', async (desk) => {
    const own = await upload(desk, file)
    await checkAndReport(desk)
    await desk.see('最接近的是“凯苑社区”')
    return own
  })
  await at('bureau.head', (desk) => takeOver(desk, url, 2))

  const correction = await at('bureau.clerk', async (desk) => {
    await desk.page.goto(url)
    await send(desk, await corrected(desk), '改正后的错误明细')
    await desk.page.waitForURL((address) => address.href !== url && /roster-imports\/[0-9a-f-]{36}/.test(address.href))
    const own = desk.page.url()
    await checkAndReport(desk)
    return own
  })
  await at('bureau.head', (desk) => takeOver(desk, correction, 3))

  await at('bureau.clerk', async (desk) => {
    await desk.page.goto('/social-assistance/roster-imports')
    await send(desk, file, '名册文件')
    await desk.see(/同一份文件已由.*上传.*没有作任何改动/)
    await upload(desk, await workbook('另存.xlsx', HEADS, [row(1, '名册甲'), row(2, '名册乙'), row(3, '名册丙'), row(4, '名册丁', { 月保障金: '500' }), row(5, '名册戊')]))
    await desk.take('开始核验')
    await stands(desk, '已核验，待报确认')
    await desk.page.getByRole('region', { name: '核验结果' }).getByText('已在库、无变化').locator('..').getByText('5 户').waitFor()
    expect(await desk.page.getByRole('button', { name: '报科长确认' }).isDisabled()).toBe(true)
    await desk.page.goto('/social-assistance/benefits?q=名册乙')
    await desk.see('2018-03')
    await desk.see('580.50')
  })
})
