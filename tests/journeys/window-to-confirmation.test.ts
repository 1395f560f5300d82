import { randomInt } from 'node:crypto'
import { syntheticCitizenNumber } from '@xishan/domain'
import { expect, it } from 'vitest'
import { useBrowser } from './browser'
import { Desk } from './desk'
import { photo, scan } from './papers'

const newVisitor = useBrowser()

/** Somebody else in every run, so that a run beside others finds its own. */
const anyOf = (characters: string): string => characters.charAt(randomInt(characters.length))
const PERSON = `欧阳${anyOf('玉秀桂丽云')}${anyOf('兰芝珍琼芬莲仙英')}`
const NUMBER = syntheticCitizenNumber({ addressCode: '530112', birthDate: '1960-03-15', sex: '2', sequence: randomInt(0, 490) })

/** One person after another at a desk of his own. */
async function at(username: string, work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await Desk.signIn(newVisitor, username)
  await work(desk)
  await desk.leave()
}

async function takeAtTheWindow(desk: Desk): Promise<void> {
  await desk.page.goto('/social-assistance/tasks')
  await desk.page.getByText('受理新申请', { exact: true }).click()
  await desk.fill('申请人姓名', PERSON)
  await desk.fill('联系电话', '13800005678')
  await desk.fill('证件号码', NUMBER)
  await desk.see('查重：全区未见在保待遇和在办申请。')
  await desk.pick('居住社区（村）', /凯苑/)
  await desk.fill('居住地址', '凯苑小区 3 幢 2 单元 501 室')
  await desk.choose('城乡类别', '城镇')
  await desk.fill('共同生活的家庭人口', '1')
  await desk.pick('致困原因', /因病/)
  await desk.choose(/近亲属关系/, '没有')
  await desk.press('提交并受理')
  await desk.page.waitForURL(/applications\/[0-9a-f-]{36}$/)
  await desk.see('已受理')
}

async function fillInTheSheet(desk: Desk): Promise<void> {
  await desk.page.getByRole('link', { name: '填写家庭和经济状况' }).click()
  await desk.press('带出出生日期和性别')
  await desk.page.getByRole('radiogroup', { name: '性别' }).getByRole('radio', { name: '女', checked: true }).waitFor()
  await desk.choose('劳动能力', '无劳动能力')
  await desk.press('填写账户')
  await desk.fill('开户银行', '云南农信西苑支行')
  await desk.fill('银行账号', '6231900000012345676')
  await desk.page.getByText('收入和财产', { exact: true }).first().click()
  await desk.date(/查明日期/, '2025-09-30')
  await desk.press('添加收入')
  await desk.pick('收入类别', '离退休金、养老金')
  await desk.fill('每月收入', '200')
  await desk.see('430.00')
  await desk.press('保存并返回办件')
}

async function startTheInvestigation(desk: Desk): Promise<void> {
  await desk.attach('申报信息真实性承诺书', scan('承诺书'))
  await desk.attach('家庭经济状况核对授权书', scan('授权书'))
  await desk.take('启动调查并提请核对')
}

async function check(desk: Desk): Promise<void> {
  await desk.openTask(PERSON)
  await desk.take('录入核对结果', (dialog) => dialog.press(/其余填/))
  await desk.attach('家庭经济状况核对报告', scan('核对报告'))
  await desk.take('核对通过', (dialog) => dialog.fill('核对结论', '各项信息与申报一致。'))
}

async function investigate(desk: Desk): Promise<void> {
  await desk.openTask(PERSON)
  await desk.take('提交调查结果', async (dialog) => {
    await dialog.attach('入户调查表（签字）', scan('入户调查表'))
    await dialog.fill('家庭生活状况', '独居，老旧单元房一室，常年服药。')
    await dialog.fill('收入核实情况', '养老金每月 200 元，与申报一致。')
    await dialog.fill('财产核实情况', '除自住房外未见其他财产。')
    await dialog.fill('调查结论', '情况属实，建议纳入。')
  })
}

async function giveTheOpinion(desk: Desk): Promise<void> {
  await desk.openTask(PERSON)
  await desk.take('提出初审意见', async (dialog) => {
    await dialog.choose('初审意见', /^拟予确认/)
    await dialog.fill('意见说明', '材料齐全，符合条件。')
  })
}

async function endThePosting(desk: Desk): Promise<void> {
  await desk.openTask(PERSON)
  expect(await desk.page.getByRole('button', { name: '公示期满，报区局' }).isDisabled()).toBe(true)
  await desk.advance(10)
  await desk.openTask(PERSON)
  expect(await desk.page.getByRole('button', { name: '公示期满，报区局' }).isDisabled()).toBe(true)
  await desk.attach('公示单张贴照片', photo('公示栏'))
  await desk.take('公示期满，报区局')
}

const inWords = (action: string, field: string) => async (desk: Desk) => {
  await desk.openTask(PERSON)
  await desk.take(action, (dialog) => dialog.fill(field, '情况属实，同意。'))
}

/** The number, its components, the records: three clicks. */
async function findBehindIndicatorOne(desk: Desk): Promise<void> {
  await desk.page.getByRole('link', { name: '最低生活保障应保尽保率' }).first().click()
  await desk.page.getByRole('row', { name: /在保家庭/ }).getByRole('link', { name: '查看记录' }).click()
  await desk.page.getByRole('button', { name: `${PERSON}（1 人）` }).click()
  await desk.page.waitForURL(/social-assistance\/benefits/)
  await desk.see('430.00')
}

it('an application is taken at the window, goes through every role to its confirmation, and stands behind indicator 1', async () => {
  await at('xiyuan.clerk', async (desk) => {
    await takeAtTheWindow(desk)
    await fillInTheSheet(desk)
    await startTheInvestigation(desk)
  })
  await at('checker', check)
  await at('xiyuan.clerk', investigate)
  await at('xiyuan.clerk2', async (desk) => {
    await desk.openTask(PERSON)
    await desk.take('第二调查人签字', (dialog) => dialog.page.getByText('本人参加了本次调查，上述情况属实').last().click())
  })
  await at('xiyuan.reviewer', giveTheOpinion)
  await at('xiyuan.leader', inWords('签批并公示', '签批意见'))
  await at('xiyuan.reviewer', endThePosting)
  await at('bureau.clerk', inWords('审核', '审核意见'))
  await at('bureau.head', inWords('科室初签', '科室意见'))
  await at('bureau.approver', async (desk) => {
    await inWords('审核确认', '审核确认意见')(desk)
    await desk.see('予以确认')
    await desk.see('430元')
  })
  await at('director', findBehindIndicatorOne)
})
