import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { aReturn, type ReturnedRow } from '@xishan/social-assistance-service/testing/payment-walk'
import { expect, it } from 'vitest'
import { useBrowser } from './browser'
import { Desk } from './desk'

const newVisitor = useBrowser()
const TEMPLATE = /国库集中支付/
/** In the demonstration one source of deaths has been silent for longer than its rhythm. */
const STALE = '卫健名单未按期更新，已与卫健部门电话核对当月死亡人员'
/** Another in every run. */
const NEW_ACCOUNT = `622369007777${randomInt(1000, 10_000)}`

async function at<T>(username: string, address: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await Desk.signIn(newVisitor, username)
  await desk.page.goto(address)
  const result = await work(desk)
  await desk.leave()
  return result
}

/** Works off what the checks found: one word for all of a kind where words are enough, else out with the line. */
async function answerFindings(desk: Desk): Promise<void> {
  const panel = desk.page.locator('#findings')
  const standing = panel.getByText(/^(校验全部通过|校验结果均已处理|还有 \d+ 项待处理)/)
  for (let said = await standing.innerText(); said.startsWith('还有'); said = await standing.innerText()) {
    await panel.getByRole('radiogroup', { name: '校验项目' }).locator('label').filter({ hasText: / [1-9]\d*\// }).first().click()
    const all = panel.getByRole('button', { name: /同一说明处理全部/ })
    const one = panel.getByRole('button', { name: '写明情况' })
    const out = panel.getByRole('button', { name: '移出明细' })
    await all.or(one).or(out).first().waitFor()
    if (await all.or(one).first().isVisible()) {
      await all.or(one).first().click()
      await inDialog(desk, /写明情况/, '保存说明', (dialog) => dialog.fill('情况说明', '已向街道核实，情况属实，按规定发放'))
    } else {
      await out.first().click()
      await inDialog(desk, /移出发放明细/, '移出', (dialog) => dialog.fill('原因', '核实后再补发'))
    }
    await expect.poll(() => standing.innerText(), { timeout: 30_000 }).not.toBe(said)
  }
}

async function inDialog(desk: Desk, title: RegExp, confirm: string, fillIn: (dialog: Desk) => Promise<void>): Promise<void> {
  const dialog = desk.page.getByRole('dialog', { name: title })
  await fillIn(new Desk(desk.page, dialog))
  await dialog.getByRole('contentinfo').getByRole('button', { name: confirm, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

const fileIsThere = (desk: Desk, number: number) => desk.page.getByLabel('发放文件', { exact: true }).getByText(new RegExp(`-0${number}$`)).first().waitFor({ timeout: 120_000 })

/** The file that finance takes to the bank, and what the bank makes of it. */
async function bankAnswers(desk: Desk, fails: (seq: number) => boolean): Promise<Buffer> {
  const row = desk.page.getByLabel('发放文件', { exact: true }).getByRole('row').last()
  const [download] = await Promise.all([desk.page.waitForEvent('download'), row.getByRole('button', { name: '下载' }).click()])
  const text = new TextDecoder('gb18030').decode(await readFile(await download.path()))
  const [head = [], ...lines] = text.trim().split(/\r?\n/).map((line) => line.split('|'))
  const [, name = '', , month = ''] = head
  const rows = lines
    .filter(([kind]) => kind === 'D')
    .map(([, seq, , , , , fen]): ReturnedRow => ({ seq: Number(seq), result: '', code: fails(Number(seq)) ? '1001' : '0000', reference: `${name}-${seq}`, fen: Number(fen) }))
  return aReturn(name, month, rows)
}

async function readReturn(desk: Desk, bytes: Buffer): Promise<void> {
  await desk.page.getByLabel('发放文件', { exact: true }).getByRole('row').last().getByRole('button', { name: '导入回盘' }).click()
  const dialog = desk.page.getByRole('dialog', { name: '导入回盘文件' })
  const [chooser] = await Promise.all([desk.page.waitForEvent('filechooser'), dialog.getByRole('button', { name: '选择文件' }).click()])
  await chooser.setFiles({ name: '回盘.txt', mimeType: 'text/plain', buffer: bytes })
  await dialog.getByRole('button', { name: '上传', exact: true }).click()
  await dialog.getByText('共读到').waitFor()
  await dialog.getByRole('button', { name: '登记结果' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

it('a month goes from the draft to the closed batch through five people; a line that the bank could not pay is paid at the second attempt', { timeout: 400_000 }, async () => {
  const batch = await at('bureau.clerk', '/social-assistance/batches', async (desk) => {
    await desk.press('新建批次')
    await inDialog(desk, /新建批次/, '新建批次', (dialog) => dialog.see(/下一个待发放月份/))
    await desk.page.waitForURL(/batches\/[0-9a-f-]{36}/)
    await desk.take('计算')
    await desk.page.locator('#findings').waitFor({ timeout: 120_000 })
    await answerFindings(desk)
    await desk.press('填写')
    await desk.pick('第 1 项资金来源', '区级资金')
    await desk.fill('指标文号', '西财社〔2025〕18号')
    await desk.see('资金来源已足额')
    await desk.press('保存')
    await desk.page.getByLabel('资金来源', { exact: true }).waitFor()
    await desk.take('提交审核', async (dialog) => {
      await dialog.press('提交审核')
      await dialog.fill('死亡信息未更新仍予提交的理由', STALE)
    })
    return desk.page.url()
  })

  const sign = (username: string, action: string) => at(username, batch, (desk) => desk.take(action, (dialog) => dialog.fill('审核意见', '经审核，情况属实，同意发放')))
  await sign('bureau.head', '科室审核通过')
  await sign('finance', '财务复核通过')
  await sign('bureau.approver', '分管领导同意')
  await at('director', batch, (desk) =>
    desk.take('局长签批', async (dialog) => {
      await dialog.fill('审核意见', '经审核，情况属实，同意发放')
      await dialog.press('局长签批')
      await dialog.fill('死亡信息未更新仍予签批的理由', STALE)
    }),
  )

  await at('finance', batch, async (desk) => {
    await desk.press('生成发放文件')
    const dialog = desk.page.getByRole('dialog', { name: '生成发放文件' })
    await new Desk(desk.page, dialog).pick('收款方模板', TEMPLATE)
    await dialog.getByRole('contentinfo').getByRole('button', { name: '生成发放文件' }).click()
    await fileIsThere(desk, 1)
    const returned = await bankAnswers(desk, (seq) => seq === 1)
    await desk.press('登记已送达')
    await readReturn(desk, returned)
    await desk.page.getByRole('heading', { name: /失败明细/ }).waitFor()
    await desk.see('请更正失败明细并重发；全部有结果后对账。')
  })

  await at('bureau.clerk', batch, async (desk) => {
    await desk.press('提出更正')
    await inDialog(desk, /提出账户更正/, '提交财务确认', async (dialog) => {
      await dialog.fill('银行账号', NEW_ACCOUNT)
      await dialog.fill('更正理由', '本户提供新社保卡复印件，与银行核对一致')
    })
    await desk.page.getByText(`****${NEW_ACCOUNT.slice(-4)}`).first().waitFor()
  })

  await at('finance', batch, async (desk) => {
    await desk.press('确认更正并重发 1 笔')
    await fileIsThere(desk, 2)
    const returned = await bankAnswers(desk, () => false)
    await desk.press('登记已送达')
    await readReturn(desk, returned)
    await desk.press('对账')
    await desk.press('关账')
    await desk.page.getByRole('dialog', { name: '关账' }).getByRole('button', { name: '关账' }).click()
    await desk.page.getByText('本批次已关账，各项数字不再变动。').waitFor()
    await desk.see(/重发成功/)
  })
})
