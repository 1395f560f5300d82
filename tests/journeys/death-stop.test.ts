import { expect, it } from 'vitest'
import { useBrowser } from './browser'
import { Desk } from './desk'
import { PendingMonth, aPayee, type Listed } from './pending-month'

const newVisitor = useBrowser()

const ALONE = aPayee('上官', '2')
const [HEAD, WIFE] = [aPayee('司马', '1'), aPayee('诸葛', '2')]
const DIED = '2025-09-20'
/** What domain 08 gives the event to arrive. */
const MINUTE = 60_000

async function recordCremation(hall: Desk, { name, number }: Listed): Promise<void> {
  await hall.page.goto('/funeral-management/cremations/new')
  await hall.fill('逝者姓名', name)
  await hall.fill('证件号码', number)
  await hall.pick('户籍所在地', /^西苑街道/)
  await hall.date('死亡日期', DIED)
  await hall.pick('死亡地点', '医疗卫生机构')
  await hall.fill('死亡证明编号', `SW${number.slice(-8)}`)
  await hall.fill('出具单位', '昆明市第一人民医院')
  await hall.date('遗体接运时间', `${DIED} 08:30`)
  await hall.date('火化时间', '2025-09-22 10:20')
  await hall.fill('殡仪馆', '昆明市西郊殡仪馆')
  await hall.fill('火化炉号', '3')
  await hall.fill('火化证明编号', `HH${number.slice(-8)}`)
  await hall.fill('骨灰领取人', '李建军')
  await hall.fill('与逝者关系', '亲属')
  await hall.choose('骨灰去向', '骨灰堂寄存')
  await hall.press('登记')
  await hall.page.waitForURL(/funeral-management\/cremations\/[0-9a-f-]{36}$/)
  await hall.page.getByRole('heading', { level: 1, name: `${name}的火化记录` }).waitFor()
}

/** A row of a list or table, as its reader sees it. */
const row = (desk: Desk, caption: string, name: string | RegExp) => desk.page.getByLabel(caption, { exact: true }).getByRole('row', { name }).first()

/** The household's line in the batch, as it stands on the screen now. */
async function lineOf(desk: Desk, batchId: string, { name }: Listed): Promise<string> {
  await desk.page.goto(`/social-assistance/batches/${batchId}?q=${encodeURIComponent(name)}`)
  return row(desk, '发放明细', name).innerText()
}

async function openDeath(desk: Desk, { name }: Listed): Promise<void> {
  await desk.page.goto('/social-assistance/deaths')
  await row(desk, '死亡信息', name).getByText(name).click()
  await desk.page.getByRole('heading', { level: 1, name: `${name}的死亡信息` }).waitFor()
}

it('a cremation is recorded in one module; in the other the payment is held before the reader looks again, and another family’s survivors stay paid', { timeout: 400_000 }, async () => {
  const hall = await Desk.signIn(newVisitor, 'xiyuan.clerk')
  const assistance = await Desk.signIn(newVisitor, 'bureau.clerk')
  const month = await PendingMonth.prepare([[ALONE], [HEAD, WIFE]], () => hall.advance(1))
  try {
    expect(await lineOf(assistance, month.id, ALONE)).toContain('待发放')

    await recordCremation(hall, ALONE)
    const recorded = Date.now()
    await expect.poll(() => lineOf(assistance, month.id, ALONE), { timeout: MINUTE, interval: 500 }).toMatch(new RegExp(`缓发：.*${ALONE.name} ${DIED} 死亡`))
    expect(Date.now() - recorded).toBeLessThan(MINUTE)
    await openDeath(assistance, ALONE)
    await row(assistance, '处置结果', /缓发.*起.*630\.00/).waitFor()
    await row(assistance, '处置结果', /建议停发.*发放到 2025-09/).waitFor()

    await recordCremation(hall, WIFE)
    await expect.poll(async () => {
      await assistance.page.goto('/social-assistance/death-tasks?kind=RECHECK')
      await assistance.page.getByRole('heading', { level: 1, name: '死亡信息待办' }).waitFor()
      return row(assistance, '死亡信息待办', HEAD.name).isVisible()
    }, { timeout: MINUTE, interval: 500 }).toBe(true)
    expect(await lineOf(assistance, month.id, HEAD)).toContain('待发放')
    await openDeath(assistance, WIFE)
    await row(assistance, '处置结果', /^复核/).waitFor()
    expect(await row(assistance, '处置结果', /缓发/).count()).toBe(0)
    await row(assistance, '待办', /家庭复核.*2025-12-20/).waitFor()
  } finally {
    await month.giveUp()
  }
  await hall.leave()
  await assistance.leave()
})
