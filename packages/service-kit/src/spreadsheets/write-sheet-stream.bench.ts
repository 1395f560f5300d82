import type { SheetRow } from './sheet'
import { writeSheetStream } from './write-sheet-stream'

/** Bundled and run in a process of its own by the benchmarks: exits with 1 when a large export takes too much memory. */
const ROWS = 200_000
const COLUMNS = Array.from({ length: 15 }, (_, index) => ({ title: `第${index + 1}列` }))
const MOST_GROWTH_MB = 200

function* rows(): Generator<SheetRow> {
  for (let row = 0; row < ROWS; row++) yield COLUMNS.map((_, column) => `530112${row}${column}张三李四`)
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const before = process.memoryUsage.rss()
const started = performance.now()
let longestStall = 0
let lastTick = started
const ticker = setInterval(() => {
  longestStall = Math.max(longestStall, performance.now() - lastTick - 10)
  lastTick = performance.now()
}, 10)
let grown = 0
let size = 0
for await (const part of writeSheetStream({ name: '导出', columns: COLUMNS, rows: rows() })) {
  size += Buffer.from(part).length
  grown = Math.max(grown, process.memoryUsage.rss() - before)
}
clearInterval(ticker)
const result = { rows: ROWS, columns: COLUMNS.length, seconds: Math.round(performance.now() - started) / 1000, fileMb: megabytes(size), grownMb: megabytes(grown), longestStallMs: Math.round(longestStall) }
process.stdout.write(`${JSON.stringify(result)}\n`)
if (result.grownMb > MOST_GROWTH_MB) process.exitCode = 1
