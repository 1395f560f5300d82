import { createServer } from 'node:net'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { Failure } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { keepRunning } from './run.mjs'
import { ROOT } from './workspace.mjs'

const HELP = `npm start [-- --reset]

  --reset            清空演示数据，重新开始 (begin anew)
  PORT=8080          端口 (port)
  DATABASE_URL=…     使用已有的 PostgreSQL 15 或更高版本，代替内置数据库 (an outside PostgreSQL)`

/** @param {string | undefined} text */
function readPort(text) {
  const port = Number(text ?? 8080)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Failure(`PORT 应为 1 至 65535 的整数，当前为“${text}”。 (PORT is not a port number)`)
}

/**
 * Before minutes are spent on installing: whether the port can be had.
 *
 * @param {number} port
 */
async function requireFreePort(port) {
  const probe = createServer()
  await new Promise((resolve, reject) => {
    probe.on('error', reject).listen(port, () => probe.close(resolve))
  }).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EADDRINUSE') throw new Failure(`端口 ${port} 已被占用，请停止占用它的程序，或用 PORT=8081 npm start 换一个端口。 (port ${port} is taken)`)
    if (error.code === 'EACCES') throw new Failure(`没有权限使用端口 ${port}，请用 1024 以上的端口，例如 PORT=8080。 (no permission for port ${port})`)
    throw new Failure(`端口 ${port} 不能使用：${error.code}。 (port ${port} cannot be used)`)
  })
}

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
  const port = readPort(process.env.PORT)
  requirePlatform('DATABASE_URL')
  await requireFreePort(port)
  await ensureInstalled()
  await ensureBuilt()
  return keepRunning([join(ROOT, 'infra/dist/main.js'), ...args], { PORT: String(port), NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compiled') })
}
