import autocannon from 'autocannon'
import { divisions } from '@xishan/seeds'
import { benefitsInBulk } from '@xishan/social-assistance-service/testing/benefits-in-bulk'
import { Client } from 'pg'
import type { Benchmark, Measure } from './benchmark'
import { BatchClient } from './batches/batch-client'
import { handWrittenInsert } from './batches/hand-written'
import { serveAsProcess, startLineProcess, type LineProcess } from './batches/line-process'
import { addDivisionsAndCases, prepareLine } from './lists/cases'
import { newIssuer } from './lists/tokens'

const SMALL = 60_000
const LARGE = 1_000_000
const EXPORTED = 200_000
const ROUNDS = 3
const READERS = 4

const megabytes = (bytes: number): number => bytes / 1_000_000
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const shown = (seconds: readonly number[]): string => seconds.map((each) => `${each.toFixed(1)} s`).join('、')
const communities = divisions.filter(({ code }) => code.length === 12).map(({ code }) => code)

if (process.env['BENCHMARK_SERVES'] && process.send) await serveAsProcess()

async function administrator(databaseUrl: string): Promise<{ client: Client; sql: <T>(text: string, parameters?: unknown[]) => Promise<T[]> }> {
  const client = new Client({ connectionString: databaseUrl, options: '-c search_path=social_assistance' })
  await client.connect()
  return { client, sql: async <T>(text: string, parameters: unknown[] = []) => (await client.query(text, parameters)).rows as T[] }
}

async function p99(url: string, token: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: READERS, duration: seconds, headers: { authorization: `Bearer ${token}` } })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return result.latency.p99
}

/** What a calculation adds to the memory of its process. */
async function growth(line: LineProcess, during: () => Promise<unknown>): Promise<number> {
  await line.memory()
  await during()
  const { before, peak } = await line.memory()
  return megabytes(peak - before)
}

const benchmark: Benchmark = {
  title: `发放批次：${SMALL.toLocaleString('en')} 条和 ${LARGE.toLocaleString('en')} 条 (a monthly batch)`,
  async run({ databaseUrl, note }) {
    const urls = await prepareLine(databaseUrl)
    await addDivisionsAndCases(databaseUrl, 0)
    const { client, sql } = await administrator(databaseUrl)
    note(`写入 ${SMALL.toLocaleString('en')} 户 (writing households in pay)`)
    await benefitsInBulk(sql, SMALL, { communities, pairs: true })
    await sql('vacuum analyze')
    const { publicKey, tokenFor } = await newIssuer()
    const token = await tokenFor('530112')
    const line = await startLineProcess(import.meta.filename, { appUrl: urls.app, publicKey })
    try {
      const bureau = new BatchClient(line.url, token)
      const batch = await bureau.create()
      const [{ month } = { month: '' }] = await sql<{ month: string }>('select month from disbursement_batch')
      const list = `${line.url}/benefits?limit=20`

      note('手写语句 (statement by hand)')
      const byHand: number[] = []
      for (let round = 0; round < ROUNDS; round++) byHand.push(await handWrittenInsert(client, batch, month))
      await sql('vacuum analyze disbursement_line')
      note('计算 (calculating)')
      const seconds: number[] = []
      const memory = await growth(line, async () => {
        for (let round = 0; round < ROUNDS; round++) seconds.push(await bureau.calculate(batch))
      })
      note(`手写 ${shown(byHand)}，计算 ${shown(seconds)}，内存 ${memory.toFixed(0)} MB`)
      const [first = Number.NaN, ...anew] = seconds
      note('计算期间的列表 (lists meanwhile)')
      const idle = await p99(list, token, 6)
      const [busy] = await Promise.all([p99(list, token, Math.max(4, Math.floor(median(seconds)))), bureau.calculate(batch)])
      note(`列表 p99 空闲 ${idle} ms，计算期间 ${busy} ms`)
      await sql('vacuum analyze')

      note(`写入 ${LARGE.toLocaleString('en')} 户 (writing households in pay)`)
      await benefitsInBulk(sql, LARGE - SMALL, { communities, pairs: true, after: SMALL })
      await sql('vacuum analyze')
      note('计算 (calculating)')
      const large = await bureau.create()
      let largeSeconds = Number.NaN
      const largeMemory = await growth(line, async () => (largeSeconds = await bureau.calculate(large)))

      note(`计算 ${shown([largeSeconds])}，内存 ${largeMemory.toFixed(0)} MB`)
      note(`导出 ${EXPORTED.toLocaleString('en')} 行花名册 (exporting a roster)`)
      await sql(`update disbursement_line set state = 'HELD' where batch_id = $1 and seq <= $2`, [large, EXPORTED])
      const exportMemory = await growth(line, async () => bureau.follow((await bureau.call<{ id: string }>('POST', `/batches/${large}/roster`, { state: 'HELD' })).id))

      return [
        { what: `${SMALL.toLocaleString('en')} 条手写语句 (by hand)`, value: median(byHand), unit: 's' },
        { what: `${SMALL.toLocaleString('en')} 条计算，含依据和校验 (with traces and checks)`, value: first, unit: 's' },
        { what: '计算相对手写语句 (against the statement by hand)', value: first / median(byHand), unit: '', atMost: 3 },
        { what: '重新计算，先去掉原有各条 (calculated anew)', value: median(anew), unit: 's' },
        { what: '重新计算相对手写语句 (against the statement by hand)', value: median(anew) / median(byHand), unit: '' },
        { what: '计算期间内存增长 (growth of memory)', value: memory, unit: 'MB', atMost: 200 },
        { what: '列表 p99，空闲 (list, idle)', value: idle, unit: 'ms' },
        { what: '列表 p99，计算期间相对空闲 (list meanwhile against idle)', value: busy / idle, unit: '', atMost: 3 },
        { what: `${LARGE.toLocaleString('en')} 条计算 (calculating)`, value: largeSeconds, unit: 's' },
        { what: `${LARGE.toLocaleString('en')} 条相对 ${SMALL.toLocaleString('en')} 条 (against the smaller)`, value: largeSeconds / first, unit: '', atMost: 20 },
        { what: `${LARGE.toLocaleString('en')} 条计算期间内存增长 (growth of memory)`, value: largeMemory, unit: 'MB', atMost: 200 },
        { what: `${EXPORTED.toLocaleString('en')} 行花名册导出内存增长 (exporting a roster)`, value: exportMemory, unit: 'MB', atMost: 200 },
      ] satisfies Measure[]
    } finally {
      await line.stop()
      await client.end()
    }
  },
}

export default benchmark
