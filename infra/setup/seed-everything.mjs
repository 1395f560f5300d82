import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { keepRunning } from './run.mjs'
import { ROOT } from './workspace.mjs'

const HELP = `pnpm seed [--residents 1000000] [--in-pay 60000] [--reset]

把一个大区的虚构数据成批载入空库，用于容量和性能验证 (bulk-loads a large made-up district into an empty house)

  --residents N      人口数 (residents)
  --in-pay N         在保户数 (households in pay)
  --reset            先清空原有数据 (begin anew)
  DATA_FOLDER=…      数据文件夹，默认 .data (the data folder)
  DATABASE_URL=…     使用已有的 PostgreSQL，须为空库 (an outside PostgreSQL, empty)`

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function seedEverything(args) {
  if (args.includes('--help')) {
    console.log(HELP)
    return 0
  }
  requirePlatform('DATABASE_URL')
  await ensureInstalled()
  await ensureBuilt()
  return keepRunning([join(ROOT, 'infra/dist/seed.js'), ...args.filter((arg) => arg !== '--')])
}
