import { demonstrationAccounts } from '@xishan/seeds'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface PaperFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A person at a screen: finds things by the words that stand there. */
export class Desk {
  constructor(
    readonly page: Page,
    private readonly within: Page | Locator = page,
  ) {}

  static async signIn(newVisitor: () => Promise<BrowserContext>, username: string): Promise<Desk> {
    const account = demonstrationAccounts.find((each) => each.username === username) ?? expect.fail(`no account ${username}`)
    const page = await (await newVisitor()).newPage()
    page.setDefaultTimeout(60_000)
    await page.goto('/')
    await page.getByLabel('用户名').fill(account.username)
    await page.getByLabel('密码').fill(account.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: `${account.name}的账号菜单` }).waitFor()
    return new Desk(page)
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.within.getByLabel(label).fill(text)
  }

  async date(label: string | RegExp, date: string): Promise<void> {
    const field = this.within.getByRole('combobox', { name: label })
    await field.fill(date)
    await field.press('Enter')
  }

  async pick(label: string | RegExp, option: string | RegExp): Promise<void> {
    await this.within.getByRole('combobox', { name: label }).click()
    await this.page.getByRole('option', { name: option }).locator('visible=true').first().click()
  }

  async choose(group: string | RegExp, option: string | RegExp): Promise<void> {
    await this.within.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click()
  }

  async press(button: string | RegExp): Promise<void> {
    await this.within.getByRole('button', { name: button, exact: true }).click()
  }

  async see(text: string | RegExp): Promise<void> {
    await this.within.getByText(text).locator('visible=true').first().waitFor()
  }

  /** Puts a file beside the material of this name and waits until it is listed there. */
  async attach(material: string, file: PaperFile): Promise<void> {
    const place = this.within.getByRole('group', { name: material }).first()
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), place.getByRole('button', { name: '选择文件' }).click()])
    await chooser.setFiles(file)
    await this.within.getByRole('button', { name: file.name }).first().waitFor()
  }

  /** From my tasks to the page of the person's case. */
  async openTask(person: string): Promise<void> {
    await this.page.goto('/social-assistance/tasks')
    await this.page.getByText(person).first().click()
    await this.page.getByRole('heading', { level: 1, name: person }).waitFor()
  }

  /** Takes an action of the case: opens its dialog, fills it in, presses its last button. */
  async take(action: string, fillIn: (dialog: Desk) => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.page.getByRole('group', { name: '可办理事项' }).getByRole('button', { name: action, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: action })
    await dialog.waitFor()
    await fillIn(new Desk(this.page, dialog))
    await dialog.getByRole('contentinfo').getByRole('button', { name: action, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Moves the demonstration's business date forward and waits until every service has followed. */
  async advance(days: number): Promise<string> {
    const today = await this.page.getByRole('banner').getByRole('time').innerText()
    const date = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
    await this.press('推进日期')
    const dialog = this.page.getByRole('dialog', { name: /推进业务日期/ })
    await new Desk(this.page, dialog).date('推进到', date)
    await dialog.getByRole('button', { name: '推进', exact: true }).click()
    await this.page.getByRole('banner').getByText(date).waitFor()
    await dialog.waitFor({ state: 'hidden' })
    return date
  }
}
