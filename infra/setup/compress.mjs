import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { ROOT } from './workspace.mjs'

const toBrotli = promisify(brotliCompress)
const COMPRESSIBLE = /\.(html|js|css|json|svg)$/
const WORTH_BYTES = 1024

/** Where the frontends' builds lie. */
function pageFolders() {
  const apps = readdirSync(join(ROOT, 'apps')).map((line) => join(ROOT, 'apps', line, 'web/dist'))
  return [join(ROOT, 'packages/web-kit/dist/vendor'), ...apps].filter((folder) => existsSync(folder))
}

/** @param {string} file */
function isDue(file) {
  const { size, mtimeMs } = statSync(file)
  const made = statSync(`${file}.br`, { throwIfNoEntry: false })
  return size >= WORTH_BYTES && (made === undefined || made.mtimeMs < mtimeMs)
}

/** @param {string} file */
async function compress(file) {
  const content = await readFile(file)
  const small = await toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } })
  await writeFile(`${file}.draft`, small)
  await rename(`${file}.draft`, `${file}.br`)
}

/** Puts the smallest form of every page and script beside it, so that the host need not make one while somebody waits. */
export async function compressPages() {
  const files = pageFolders().flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  await Promise.all(files.filter((file) => COMPRESSIBLE.test(file) && isDue(file)).map(compress))
}
