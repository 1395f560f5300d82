import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundledFonts, ensureBrowser, ensureChineseFont } from './browser.mjs'
import { build } from './build.mjs'
import { countTests, total } from './count-tests.mjs'
import { Failure } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { runTool } from './run.mjs'
import { step } from './steps.mjs'
import { ROOT } from './workspace.mjs'

const REPORT = join(ROOT, 'test-results/vitest.json')
const FLOORS = ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'infra', 'seeds', 'tests']

/** @typedef {import('./count-tests.mjs').Count} Count */

/**
 * One check that passes or fails as a whole; what it says is shown when it fails.
 *
 * @param {string} title
 * @param {(progress: (detail: string) => void) => Promise<import('./run.mjs').Outcome>} work
 * @returns {Promise<Count>}
 */
async function check(title, work) {
  let said = ''
  const passed = await step(title, async (progress) => {
    const { status, output } = await work(progress)
    said = output
    if (status !== 0) throw new Failure()
    return true
  }).catch((error) => {
    if (error instanceof Failure) return false
    throw error
  })
  if (!passed) console.log(`${said.trim()}\n`)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

/**
 * Browser and font, without which the journeys cannot run as a person would see them.
 *
 * @returns {Promise<NodeJS.ProcessEnv>} what the browser is to be told
 */
async function prepareBrowser() {
  const browser = await step('浏览器 (browser)', ensureBrowser)
  if (!browser) console.log('  没有可用的 Chromium、Chrome 或 Edge，浏览器流程测试将失败。 (no browser: the journeys will fail)')
  const hasFont = await step('中文字体 (Chinese font)', ensureChineseFont)
  if (hasFont) return {}
  console.log('  系统没有中文字体，测试改用 npm 包中的字体，少数生僻字将显示为方框。 (no Chinese font: using the one from npm)')
  return { FONTCONFIG_FILE: bundledFonts() }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function runTests(env) {
  mkdirSync(dirname(REPORT), { recursive: true })
  rmSync(REPORT, { force: true })
  const { status } = await runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`], { show: true, env })
  return countTests(existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : undefined, status)
}

/** Everything that must hold before a change is accepted. The last line is the count. */
export async function testEverything() {
  requirePlatform('TEST_DATABASE_URL')
  await ensureInstalled()
  const told = await prepareBrowser()
  const counts = [
    await check('类型检查 (typecheck)', () => runTool('turbo', ['run', 'typecheck', '--output-logs=errors-only', '--ui=stream', '--continue', '--concurrency=2'])),
    await check('代码规范 (lint)', () => runTool('oxlint', ['--deny-warnings'])),
    await check('分层边界 (boundaries)', () => runTool('depcruise', FLOORS)),
    await check('构建 (build)', build),
    await runTests(told),
  ]
  const { failed, line } = total(counts)
  console.log(`\n${line}`)
  return failed === 0 ? 0 : 1
}
