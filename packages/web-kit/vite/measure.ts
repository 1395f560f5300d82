import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { KIT, VENDOR } from './shared.ts'

/** What a browser loads, in Brotli bytes. */
export interface Weight {
  name: string
  bytes: number
  limit: number
  files: { name: string; bytes: number }[]
}

const KILO = 1000
export const FIRST_LOAD_LIMIT = 300 * KILO
/** A line's contract, which grows with its endpoints, is about half of it. */
export const MODULE_LIMIT = 80 * KILO
/** Charts come after the page that holds them has been shown. */
const CHART = /echarts|chart/i

const weigh = (file: string): number => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Static imports of a built chunk: `from "./x.js"`, `import "./x.js"`. */
const importsOf = (file: string): string[] =>
  file.endsWith('.js') ? [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(([, path = '']) => resolve(dirname(file), path)) : []

/** What a chunk loads later: `import("./x.js")` and the styles that belong to it. */
const laterOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/import\(["'`](\.{1,2}\/[^"'`]+)["'`]\)/g)].map(([, path = '']) => resolve(dirname(file), path))

function closure(files: readonly string[], known = new Set<string>()): Set<string> {
  for (const file of files) {
    if (known.has(file) || !existsSync(file)) continue
    known.add(file)
    closure(importsOf(file), known)
  }
  return known
}

const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + weigh(file), 0)

/** The entry, and of its own pages that it loads later the heaviest, since any of them may be the first. */
function withHeaviestPage(entries: readonly string[], stylesOf: (files: Set<string>) => string[]): Set<string> {
  const base = closure(entries)
  const isPage = (file: string) => existsSync(file) && !file.startsWith(VENDOR) && !CHART.test(file)
  const pages = [...base].filter((file) => file.endsWith('.js')).flatMap(laterOf).filter(isPage)
  const loads = pages.map((page) => closure([page], new Set(base)))
  const heaviest = loads.toSorted((a, b) => sum(b) - sum(a))[0] ?? base
  return new Set([...heaviest, ...stylesOf(heaviest)])
}

/** Styles whose name a loaded chunk mentions or shares. */
function stylesBeside(folder: string): (files: Set<string>) => string[] {
  const styles = existsSync(join(folder, 'assets')) ? readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css')) : []
  const stem = (name: string) => name.split('/').at(-1)?.replace(/-[\w-]{8}\.(js|css)$/, '') ?? name
  return (files) => styles.filter((style) => [...files].some((file) => stem(file) === stem(style))).map((style) => join(folder, 'assets', style))
}

function weightOf(name: string, limit: number, files: Set<string>): Weight {
  const weighed = [...files].map((file) => ({ name: file.split('/').slice(-2).join('/'), bytes: weigh(file) }))
  return { name, limit, bytes: weighed.reduce((total, { bytes }) => total + bytes, 0), files: weighed.toSorted((a, b) => b.bytes - a.bytes) }
}

/** Comes later, but a first page with a table needs it at once. */
const tables = (): string[] => readdirSync(VENDOR).filter((name) => name.startsWith('element-plus-tables')).map((name) => join(VENDOR, name))

/** First load of the portal: the page, everything it names, its heaviest page, and tables. */
export function weighShell(folder: string): Weight {
  const html = join(folder, 'index.html')
  const named = [...readFileSync(html, 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  const files = [...new Set(named)].map((path) => (path.startsWith('/vendor/') ? join(VENDOR, path.slice('/vendor/'.length)) : join(folder, path)))
  return weightOf('portal, first load', FIRST_LOAD_LIMIT, new Set([html, ...withHeaviestPage([...files, ...tables()], stylesBeside(folder))]))
}

/** A module opened in the portal: its entry and its heaviest page, beside what the portal has loaded. */
export function weighRemote(folder: string, line: string): Weight {
  const manifest: { entry: string; css: string[]; preload: string[] } = JSON.parse(readFileSync(join(folder, 'remote.json'), 'utf8'))
  const files = [manifest.entry, ...manifest.preload, ...manifest.css].map((name) => join(folder, name))
  return weightOf(line, MODULE_LIMIT, withHeaviestPage(files, stylesBeside(folder)))
}

/** Everything that has been built. */
export function weighAll(): Weight[] {
  const apps = join(KIT, '../../apps')
  const folders = readdirSync(apps).map((line) => ({ line, folder: join(apps, line, 'web/dist') }))
  return folders.flatMap(({ line, folder }) => {
    if (line === 'portal') return existsSync(join(folder, 'index.html')) ? [weighShell(folder)] : []
    return existsSync(join(folder, 'remote.json')) ? [weighRemote(folder, line)] : []
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const weights = weighAll()
  const kilobytes = (bytes: number) => `${(bytes / KILO).toFixed(1)} kB`.padStart(9)
  for (const { name, bytes, limit, files } of weights) {
    console.log(`${name}: ${kilobytes(bytes)} Brotli of ${kilobytes(limit)}${bytes > limit ? '  TOO HEAVY' : ''}`)
    for (const file of files) console.log(`  ${kilobytes(file.bytes)}  ${file.name}`)
  }
  if (weights.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1
}
