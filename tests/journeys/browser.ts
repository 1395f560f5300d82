import { findBrowser } from '@xishan/infra/browser'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import './host-setup'

/** The portal's address. @throws Error when the host of this run did not start */
export function portalUrl(): string {
  const url = inject('portalUrl')
  if (!url) throw new Error(inject('hostFailure'))
  return url
}

async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge on this machine: `npm test` installs one')
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

/**
 * One browser for the test file; a context is a person's own, with cookies and drafts of its own.
 * Use at the top of a file: `const newVisitor = useBrowser()`.
 */
export function useBrowser(): () => Promise<BrowserContext> {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => browser?.close())
  return async () => {
    if (!browser) throw new Error('the browser starts in beforeAll')
    return browser.newContext({ baseURL: portalUrl(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 900 } })
  }
}
