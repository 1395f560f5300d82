import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { requirePlatform } from './platform.mjs'
import { readPort, requireFreePort } from './ports.mjs'
import { runTool } from './run.mjs'
import { step } from './steps.mjs'
import { BIN, environment, nodeProgram, ROOT } from './workspace.mjs'

const HOST = join(ROOT, 'infra/dist/main.js')
/** Where packages/web-kit/vite has the shell listen. */
const SHELL_PORT = 5170

/**
 * @typedef {object} Part
 * @property {string} name shown before each of its lines
 * @property {string} program
 * @property {string[]} args
 * @property {string} folder
 */

/** @returns {Part[]} the host, rebuilt and started again on each change of a service, and a Vite server for each frontend */
function parts() {
  const frontends = readdirSync(join(ROOT, 'apps')).filter((line) => existsSync(join(ROOT, 'apps', line, 'web/vite.config.ts')))
  return [
    { name: 'build', program: join(BIN, 'rolldown'), args: ['-c', '--watch'], folder: join(ROOT, 'infra') },
    { name: 'host', program: nodeProgram(), args: ['--watch-path=infra/dist', '--watch-preserve-output', '--enable-source-maps', HOST, '--brief'], folder: ROOT },
    ...frontends.map((line) => ({ name: line, program: join(BIN, 'vite'), args: [], folder: join(ROOT, 'apps', line, 'web') })),
  ]
}

/**
 * @param {string} name
 * @param {string} script
 */
async function buildPart(name, script) {
  const { status, output } = await runTool('pnpm', ['--filter', name, 'run', script])
  if (status !== 0) throw new Failure(`${name} 构建失败 (the build failed)：\n${output}`)
}

/** @param {Part} part */
function launch({ name, program, args, folder }) {
  const child = spawn(program, args, { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => process.stdout.write(text.replaceAll(/^(?=.)/gm, `${name.padEnd(18)} │ `)))
  }
  return child
}

/** @param {import('node:child_process').ChildProcess} child with everything it started */
function end(child) {
  if (child.pid === undefined || child.exitCode !== null) return Promise.resolve()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch {
    return Promise.resolve()
  }
  return ended
}

/**
 * Runs everything from its sources until Ctrl-C: a change of a service is served a second or two after it is saved, a change of a page
 * at once, with what was typed kept.
 */
export async function develop() {
  requirePlatform('DATABASE_URL')
  await requireFreePort(SHELL_PORT)
  await requireFreePort(readPort())
  await ensureInstalled()
  await step('共享模块 (shared modules)', () => buildPart('@xishan/web-kit', 'build:development'))
  await step('服务 (services)', () => buildPart('@xishan/infra', 'build'))
  console.log(`\n开发环境 (development)：http://localhost:${SHELL_PORT}\n演示帐号见 seeds/demo/accounts.json。按 Ctrl-C 停止 (stop)。\n`)
  const children = parts().map(launch)
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && resolve(undefined), 500).unref()
    for (const child of children) child.once('error', resolve)
  })
  await Promise.all(children.map(end))
}
