import { LARGE_SHEET, readSheetRows } from './read-sheet-rows'
import type { SheetRow } from './sheet'
import { writeSheetStream } from './write-sheet-stream'

/** Bundled and run in a process of its own: exits with 1 when reading a large roster takes too much memory or stalls the loop. */
const ROWS = 200_000
const COLUMNS = Array.from({ length: 15 }, (_, index) => ({ title: `第${index + 1}列` }))
const MOST_GROWTH_MB = 200
const LONGEST_STALL_MS = 100

function* rows(): Generator<SheetRow> {
  for (let row = 0; row < ROWS; row++) yield COLUMNS.map((_, column) => `530112${row}${column}张三李四`)
}

const parts: Buffer[] = []
for await (const part of writeSheetStream({ name: '名册', columns: COLUMNS, rows: rows() })) parts.push(Buffer.from(part))
const bytes = Buffer.concat(parts.splice(0))
const megabytes = (size: number): number => Math.round(size / 1024 / 1024)
const before = process.memoryUsage.rss()
const started = performance.now()
let longestStall = 0
let lastTick = started
let grown = 0
const ticker = setInterval(() => {
  longestStall = Math.max(longestStall, performance.now() - lastTick - 10)
  lastTick = performance.now()
  grown = Math.max(grown, process.memoryUsage.rss() - before)
}, 10)
let count = 0
const remembered = new Set<string | null>()
for await (const batch of readSheetRows(bytes, LARGE_SHEET)) {
  count += batch.length
  for (const { cells } of batch) remembered.add(cells[0] ?? null)
}
clearInterval(ticker)
const result = { rows: count, remembered: remembered.size, seconds: Math.round(performance.now() - started) / 1000, fileMb: megabytes(bytes.length), grownMb: megabytes(grown), longestStallMs: Math.round(longestStall) }
process.stdout.write(`${JSON.stringify(result)}\n`)
if (result.grownMb > MOST_GROWTH_MB || result.longestStallMs > LONGEST_STALL_MS) process.exitCode = 1
