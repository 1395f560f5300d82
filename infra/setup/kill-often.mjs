import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { runTool } from './run.mjs'

/**
 * Runs the tests in which the services are killed at random moments, with many more kills than `npm test` has time for.
 *
 * @param {string} kills
 */
export async function killOften(kills) {
  requirePlatform('TEST_DATABASE_URL')
  await ensureInstalled()
  await ensureBuilt()
  const { status } = await runTool('vitest', ['run', '--project', 'node', 'tests/resilience/killed-'], { show: true, env: { KILLS: kills } })
  return status
}
