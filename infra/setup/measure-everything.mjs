import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { Failure } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { keepRunning, runTool } from './run.mjs'
import { step } from './steps.mjs'
import { ROOT } from './workspace.mjs'

/**
 * Runs the benchmarks of tests/load, all or those named.
 *
 * @param {string[]} names
 */
export async function measureEverything(names) {
  requirePlatform('TEST_DATABASE_URL')
  await ensureInstalled()
  await ensureBuilt()
  await step('基准程序 (benchmarks)', async () => {
    const { status, output } = await runTool('rolldown', ['-c'], { folder: 'tests' })
    if (status !== 0) throw new Failure(`基准程序构建失败 (building the benchmarks failed)：\n${output}`)
  })
  return keepRunning([join(ROOT, 'tests/dist/run.js'), ...names])
}
