import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, knownCause } from './failure.mjs'
import { run } from './run.mjs'
import { step } from './steps.mjs'
import { BIN, IS_FULLY_SUPPORTED, nodeProgram, ROOT } from './workspace.mjs'

const STAMP = join(ROOT, 'node_modules/.xishan-installed')

function wanted() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) hash.update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

const installed = () => (existsSync(STAMP) && existsSync(join(BIN, 'turbo')) ? readFileSync(STAMP, 'utf8') : undefined)

/** Which package manager package.json pins: `pnpm@…`. */
const packageManager = () => String(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).packageManager)

/** npm's own program when npm started us, so that the same npm is used; else the one on the path. */
function npm() {
  const started = process.env.npm_execpath
  return started?.endsWith('npm-cli.js') ? { program: process.execPath, before: [started] } : { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', before: [] }
}

/** @param {(detail: string) => void} progress */
async function install(progress) {
  const { program, before } = npm()
  const args = [...before, 'exec', '--yes', '--package', packageManager(), '--', 'pnpm', 'install', '--frozen-lockfile', '--reporter=append-only']
  const onLine = (/** @type {string} */ line) => {
    const found = /Progress: (.*)/.exec(line)
    if (found?.[1]) progress(found[1])
  }
  const { status, output } = await run(program, args, { env: { CI: 'true', npm_config_loglevel: 'error', npm_config_fetch_retry_maxtimeout: '10000' }, onLine })
  if (status === 0) return
  const cause = knownCause(output)
  if (cause) throw new Failure(cause)
  throw new Failure(`依赖安装失败 (installing the dependencies failed)：\n${output.trim().split('\n').slice(-25).join('\n')}`)
}

/** Installs the pinned package manager's dependencies, Node among them, unless what the lockfile says is there. */
export async function ensureInstalled() {
  const goal = wanted()
  if (installed() !== goal) {
    rmSync(STAMP, { force: true })
    await step('安装依赖 (install)', install)
    mkdirSync(dirname(STAMP), { recursive: true })
    writeFileSync(STAMP, goal)
  }
  requireUsableNode()
}

function requireUsableNode() {
  if (IS_FULLY_SUPPORTED && nodeProgram() !== process.execPath) return
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return
  throw new Failure(`本平台（${process.platform}-${process.arch}）没有内置的 Node，请先安装 Node.js 22.13 或更高版本。 (on this platform Node.js 22.13 or later is needed)`)
}
