import { demonstrationAccounts } from '@xishan/seeds'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { useBrowser } from './browser'

const newVisitor = useBrowser()

/** What the browser complains of: scripts that throw, that the policy blocks, files that are missing. A 401 is how a visitor without a session is told so. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 404) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

it('a visitor sees the sign-in page, a clerk who signs in sees own name and the business date', async () => {
  const clerk = demonstrationAccounts.find(({ role }) => role === 'ST_CLERK') ?? expect.fail('no clerk among the accounts')
  const page = await (await newVisitor()).newPage()
  const complaints = complaintsOf(page)
  await page.goto('/')
  await page.getByLabel('用户名').fill(clerk.username)
  await page.getByLabel('密码').fill(clerk.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText(clerk.name).first().waitFor()
  const clock: unknown = await (await page.request.get('/api/identity/clock')).json()
  const { businessDate } = z.object({ businessDate: z.iso.date() }).parse(clock)
  await page.getByRole('banner').getByText(businessDate).waitFor()
  await page.getByText('演示数据').first().waitFor()
  expect(complaints).toEqual([])
})

it('a page that is asked for before signing in is shown after it', async () => {
  const clerk = demonstrationAccounts.find(({ role }) => role === 'ST_CLERK') ?? expect.fail('no clerk among the accounts')
  const page = await (await newVisitor()).newPage()
  await page.goto('/social-assistance/tasks')
  await page.getByLabel('用户名').fill(clerk.username)
  await page.getByLabel('密码').fill(clerk.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL('**/social-assistance/tasks')
})
