import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { DomainProblem } from '@xishan/domain'
import { z } from 'zod'
import { unpackedSize } from './zip-size'

export interface SheetLimits {
  maxBytes: number
  maxRows: number
  maxColumns: number
}

/** A list that people fill by hand. */
export const SMALL_SHEET: SheetLimits = { maxBytes: 2 * 1024 * 1024, maxRows: 5000, maxColumns: 60 }

const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_MEMORY_MB = 256
const LONGEST_MS = 20_000

/** Numbers come as the text that the file holds, dates as ISO dates. */
const Cells = z.array(z.array(z.union([z.string(), z.boolean(), z.null()])))
export type SheetCells = z.infer<typeof Cells>

/** Runs apart from the service, as text, so that it needs no file of its own beside a bundle. */
const READER = `
const { parentPort, workerData } = require('node:worker_threads')
const { readSheet } = require(workerData.library)
readSheet(Buffer.from(workerData.bytes), { parseNumber: String }).then((rows) =>
  parentPort.postMessage(rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))))
`

/**
 * The first sheet's cells, read in a thread with limits of memory and time.
 * @throws DomainProblem file-too-large {limit} · file-kind-refused {accepted, actual}
 */
export async function readSheetCells(bytes: Buffer, limits: SheetLimits = SMALL_SHEET): Promise<SheetCells> {
  if (bytes.length > limits.maxBytes) throw new DomainProblem('file-too-large', { limit: `${Math.floor(limits.maxBytes / 1024 / 1024)} MB` })
  const size = unpackedSize(bytes)
  if (size === undefined) throw unreadable()
  if (size > MOST_UNPACKED) throw new DomainProblem('file-too-large', { limit: `${limits.maxRows} 行` })
  const cells = Cells.safeParse(await readApart(bytes)).data
  if (!cells) throw unreadable()
  if (cells.length > limits.maxRows) throw new DomainProblem('file-too-large', { limit: `${limits.maxRows} 行` })
  if (cells.some((row) => row.length > limits.maxColumns)) throw new DomainProblem('file-too-large', { limit: `${limits.maxColumns} 列` })
  return cells
}

/** Nothing when the thread failed: broken file, too much memory, too much time. */
function readApart(bytes: Buffer): Promise<unknown> {
  const library = createRequire(import.meta.url).resolve('read-excel-file/node')
  const worker = new Worker(READER, { eval: true, workerData: { library, bytes }, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }, stderr: true })
  const timer = setTimeout(() => void worker.terminate(), LONGEST_MS)
  return new Promise<unknown>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  }).finally(() => {
    clearTimeout(timer)
    void worker.terminate()
  })
}

const unreadable = () => new DomainProblem('file-kind-refused', { accepted: 'Excel 表格（xlsx）', actual: '无法读取的内容' })
