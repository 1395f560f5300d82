import { spawn } from 'node:child_process'
import { BIN, environment, nodeProgram, ROOT } from './workspace.mjs'
import { join } from 'node:path'

/**
 * @typedef {object} Outcome
 * @property {number} status 0 when it went well
 * @property {string} output both streams, in the order they came
 */

/**
 * Runs a program to its end, keeping what it prints.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, show?: boolean, timeoutMs?: number }} [options] `show` prints as it comes
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { folder = '', env, onLine, show = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: join(ROOT, folder), env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
        if (show) process.stdout.write(text)
        if (onLine) text.split('\n').filter(Boolean).forEach(onLine)
      })
    }
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}\n` }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

/**
 * Runs one of the installed tools.
 *
 * @param {string} name in node_modules/.bin
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (name, args, options) => run(join(BIN, name), args, options)

/**
 * Runs a long-lived Node program with this terminal's output, in a process group of its own: it hears of Ctrl-C, of a signal and
 * of the death of whoever started us from us alone, once, and ends in its own order.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function keepRunning(args, env) {
  return new Promise((resolve) => {
    const child = spawn(nodeProgram(), args, { cwd: ROOT, env: environment(env), stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' })
    const end = () => child.kill('SIGTERM')
    // Not SIGHUP: under nohup it is ignored, and otherwise our death tells the child.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && end(), 500)
    child.on('error', (error) => {
      console.error(`✗ ${error.message}`)
      resolve(1)
    })
    child.on('exit', (status) => {
      clearInterval(watch)
      resolve(status ?? 1)
    })
  })
}
