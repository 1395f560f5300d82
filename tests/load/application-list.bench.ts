import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import autocannon from 'autocannon'
import type { JWK } from 'jose'
import { Client } from 'pg'
import type { Benchmark, BenchmarkContext, Measure } from './benchmark'
import { addDivisionsAndCases, prepareLine } from './lists/cases'
import { serveFloor, serveLine } from './lists/servers'
import { newIssuer } from './lists/tokens'

const CASES = 200_000
const CONNECTIONS = 16
const SECONDS = 4
const ROUNDS = 3

const USERS = [
  { who: '街道 (street)', scope: '530112001' },
  { who: '区局 (district)', scope: '530112' },
]
const FIRST_PAGE = 'state=POSTING&limit=20'

interface Served {
  floor: string
  line: string
}

interface Job {
  kind: keyof Served
  urls: { app: string; migrator: string }
  publicKey: JWK
}

/** The server runs in a thread of its own, so that what is measured and what measures do not share an event loop. */
async function serve(job: Job): Promise<{ url: string; stop: () => Promise<number> }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: job })
  const [url] = (await once(worker, 'message')) as [string]
  return { url, stop: () => worker.terminate() }
}

if (!isMainThread) {
  const { kind, urls, publicKey } = workerData as Job
  parentPort?.postMessage(kind === 'floor' ? await serveFloor(urls.migrator) : await serveLine(urls.app, publicKey))
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function throughput(url: string, token?: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers: token ? { authorization: `Bearer ${token}` } : {} })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return result.requests.average
}

async function millisecondsOf(url: string, token: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 120; n++) {
    const begun = performance.now()
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    times.push(performance.now() - begun)
  }
  return median(times.slice(20))
}

/** The cursor nine tenths down the list of this scope, as the service itself would have given it. */
async function deepCursor(databaseUrl: string, scope: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl, options: '-c search_path=social_assistance' })
  await client.connect()
  const { rows } = await client.query<{ number: string }>(
    `select number from application where state = 'POSTING' and division_code >= $1 and division_code < $2 order by number desc
     offset (select count(*) * 9 / 10 from application where state = 'POSTING' and division_code >= $1 and division_code < $2) limit 1`,
    [scope, String(BigInt(scope) + 1n)],
  )
  await client.end()
  return Buffer.from(rows[0]?.number ?? '').toString('base64url')
}

async function measureUser(context: BenchmarkContext, served: Served, token: string, { who, scope }: (typeof USERS)[number]): Promise<Measure[]> {
  context.note(who)
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await throughput(`${served.floor}?${FIRST_PAGE}&scope=${scope}`)
    ratios.push((await throughput(`${served.line}?${FIRST_PAGE}`, token)) / floor)
  }
  const first = await millisecondsOf(`${served.line}?${FIRST_PAGE}`, token)
  const deep = await millisecondsOf(`${served.line}?${FIRST_PAGE}&after=${await deepCursor(context.databaseUrl, scope)}`, token)
  return [
    { what: `${who}：相对裸 fastify + pg 的吞吐 (throughput against the floor)`, value: median(ratios), unit: '', atLeast: 0.6 },
    { what: `${who}：九成深处一页比首页 (page at nine tenths against the first)`, value: deep / first, unit: '', atMost: 1.5 },
  ]
}

const benchmark: Benchmark = {
  title: `办件列表：${CASES.toLocaleString('en')} 件中筛选 20 件 (20 filtered cases)`,
  async run(context) {
    const urls = await prepareLine(context.databaseUrl)
    context.note(`写入 ${CASES.toLocaleString('en')} 件 (writing cases)`)
    await addDivisionsAndCases(context.databaseUrl, CASES)
    const { publicKey, tokenFor } = await newIssuer()
    const [floor, line] = await Promise.all([serve({ kind: 'floor', urls, publicKey }), serve({ kind: 'line', urls, publicKey })])
    try {
      const measures: Measure[] = []
      for (const user of USERS) measures.push(...(await measureUser(context, { floor: floor.url, line: line.url }, await tokenFor(user.scope), user)))
      return measures
    } finally {
      await Promise.all([floor.stop(), line.stop()])
    }
  },
}

export default benchmark
