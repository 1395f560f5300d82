import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { compressPages } from './compress.mjs'
import { Failure, knownCause } from './failure.mjs'
import { runTool } from './run.mjs'
import { step } from './steps.mjs'
import { ROOT } from './workspace.mjs'

const STAMP = join(ROOT, 'node_modules/.xishan-built')
const SOURCES = ['apps', 'packages', 'infra', 'seeds', 'package.json', 'pnpm-lock.yaml', 'turbo.json']
const NOT_SOURCES = new Set(['node_modules', 'dist', '.turbo', '.data', 'coverage'])

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [`${relative(ROOT, path)} ${found.size} ${found.mtimeMs}`]
  return readdirSync(path)
    .filter((name) => !NOT_SOURCES.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

const sources = () => createHash('sha256').update(SOURCES.flatMap((name) => filesUnder(join(ROOT, name))).join('\n')).digest('hex')

/** The folders of packages that have something to build. */
function builtFolders() {
  const folders = ['infra', ...['apps/*/*', 'packages/*'].flatMap(expand)]
  return folders.filter((folder) => {
    const manifest = join(ROOT, folder, 'package.json')
    return existsSync(manifest) && 'build' in (JSON.parse(readFileSync(manifest, 'utf8')).scripts ?? {})
  })
}

/**
 * @param {string} pattern
 * @returns {string[]}
 */
function expand(pattern) {
  const star = pattern.indexOf('/*')
  if (star < 0) return [pattern]
  const folder = pattern.slice(0, star)
  const names = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names.flatMap(({ name }) => expand(`${folder}/${name}${pattern.slice(star + 2)}`))
}

const isBuilt = () =>
  existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources() && builtFolders().every((folder) => existsSync(join(ROOT, folder, 'dist')))

/**
 * @param {(detail: string) => void} progress
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function build(progress = () => undefined) {
  rmSync(STAMP, { force: true })
  const before = sources()
  const onLine = (/** @type {string} */ line) => {
    const found = /^(@xishan\/[\w-]+):build/.exec(line)
    if (found?.[1]) progress(found[1])
  }
  const outcome = await runTool('turbo', ['run', 'build', '--output-logs=errors-only', '--ui=stream'], { onLine })
  if (outcome.status === 0) {
    await compressPages()
    mkdirSync(dirname(STAMP), { recursive: true })
    writeFileSync(STAMP, before)
  }
  return outcome
}

/** Builds what changed; when nothing did, only looks. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await step('构建 (build)', async (progress) => {
    const { status, output } = await build(progress)
    if (status !== 0) throw new Failure(knownCause(output) ?? `构建失败 (the build failed)：\n${output.trim().split('\n').slice(-60).join('\n')}`)
  })
}
