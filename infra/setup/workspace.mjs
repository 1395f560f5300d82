import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const BIN = join(ROOT, 'node_modules/.bin')

function usesGlibc() {
  const report = process.report.getReport()
  const header = typeof report === 'object' && 'header' in report ? report.header : undefined
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
}

/** Whether the npm registry has a Node and an embedded PostgreSQL for this machine. */
export const IS_FULLY_SUPPORTED = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch) && usesGlibc()

/** The Node that everything but the set-up itself runs on: the pinned one where there is one. */
export const nodeProgram = () => {
  const pinned = join(BIN, 'node')
  return IS_FULLY_SUPPORTED && existsSync(pinned) ? pinned : process.execPath
}

/**
 * Our environment without what npm puts there for its scripts, and with the installed programs first on the path.
 *
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || /registry|cache|proxy|cafile|userconfig/i.test(name))
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...Object.fromEntries(kept),
    PATH: [BIN, process.env.PATH].join(separator),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    ...more,
  }
}
