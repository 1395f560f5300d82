import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { Failure } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { readPort, requireFreePort } from './ports.mjs'
import { keepRunning } from './run.mjs'
import { ROOT } from './workspace.mjs'

const HELP = `npm start [-- --reset]

  --reset            清空演示数据，重新开始 (begin anew)
  PORT=8080          端口 (port)
  DATABASE_URL=…     使用已有的 PostgreSQL 15 或更高版本，代替内置数据库 (an outside PostgreSQL)`

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function startEverything(args) {
  if (args.includes('--help')) {
    console.log(HELP)
    return 0
  }
  const unknown = args.find((arg) => arg !== '--reset')
  if (unknown) throw new Failure(`不认识的选项 ${unknown}。 (unknown option)\n\n${HELP}`)
  const port = readPort()
  requirePlatform('DATABASE_URL')
  await requireFreePort(port)
  await ensureInstalled()
  await ensureBuilt()
  return keepRunning([join(ROOT, 'infra/dist/main.js'), ...args], { PORT: String(port), NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compiled') })
}
