import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '@xishan/infra/browser'
import { demonstrationAccounts } from '@xishan/seeds'
import { makeTemporaryFolder } from '@xishan/testing/temporary-folder'
import { chromium, type Page } from 'playwright-core'
import { HostProcess } from '../resilience/host-process'
import type { Benchmark, BenchmarkContext, Measure } from './benchmark'

const CHARTS = /echarts|chart/i

interface Weight {
  /** The shell's own and the shared modules. */
  portal: number
  /** What stands under /apps/. */
  modules: number
}

/** Adds up what pages, scripts and styles weigh on the wire, headers included, as this browser asks for them. */
async function weigh(page: Page): Promise<() => Weight> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const counted = new Map<string, keyof Weight>()
  const weight: Weight = { portal: 0, modules: 0 }
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const { pathname } = new URL(response.url)
    if (!pathname.startsWith('/api/') && !CHARTS.test(pathname)) counted.set(requestId, pathname.startsWith('/apps/') ? 'modules' : 'portal')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = counted.get(requestId)
    if (part) weight[part] += encodedDataLength
  })
  return () => ({ ...weight })
}

async function signIn(page: Page): Promise<void> {
  const clerk = demonstrationAccounts.find(({ role }) => role === 'ST_CLERK')
  if (!clerk) throw new Error('no clerk among the demonstration accounts')
  await page.goto('/')
  await page.getByLabel('用户名').fill(clerk.username)
  await page.getByLabel('密码').fill(clerk.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText(clerk.name).first().waitFor()
  await page.waitForLoadState('networkidle')
}

const kilobytes = (bytes: number): number => bytes / 1000

async function look(url: string): Promise<Measure[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const page = await (await browser.newContext({ baseURL: url, locale: 'zh-CN' })).newPage()
    const weighed = await weigh(page)
    await signIn(page)
    const first = weighed()
    await page.getByRole('menuitem', { name: '办件', exact: true }).click()
    await page.waitForURL(/\/applications/)
    await page.locator('.data-list tbody tr').first().waitFor()
    const list = weighed()
    return [
      { what: 'portal, first load: sign-in page and home page', value: kilobytes(first.portal), unit: 'kB', atMost: 300 },
      { what: 'menus of all lines, at sign-in', value: kilobytes(first.modules), unit: 'kB', atMost: 40 },
      { what: 'social assistance besides, to its list of applications, without charts', value: kilobytes(list.modules - first.modules + list.portal - first.portal), unit: 'kB', atMost: 80 },
    ]
  } finally {
    await browser.close()
  }
}

const benchmark: Benchmark = {
  title: '首次加载 (first load), as a browser on this machine receives it',
  async run({ databaseUrl, note }: BenchmarkContext): Promise<Measure[]> {
    const folder = makeTemporaryFolder('first-load')
    note('filling the demonstration')
    const host = new HostProcess({ DATABASE_URL: databaseUrl, DATA_FOLDER: join(folder, 'data') })
    try {
      return await look(await host.ready())
    } finally {
      await host.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export default benchmark
