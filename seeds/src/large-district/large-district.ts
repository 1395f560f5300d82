import { Worker } from 'node:worker_threads'
import { schemaOf } from '@xishan/service-kit'
import { Client } from 'pg'
import { seedFrame } from '../seed-frame'
import type { SeedContext } from '../seed-context'
import { chunksOf, householdsIn, MOST_RESIDENTS, type DistrictSize } from './blocks'
import { seriesAfter } from './chunk-rows'
import { loadChunks, type Loaded, type Share } from './load-chunks'

const LINE = 'social-assistance'

export interface LargeDistrict extends DistrictSize {
  /** The program of a thread that loads a share; without it everything is loaded in this one. */
  worker?: URL
  threads: number
}

/** @returns why a district of this size cannot be made, in words for the person at the terminal */
export function sizeProblem(size: DistrictSize): string | undefined {
  if (!Number.isInteger(size.residents) || size.residents < 100 || size.residents > MOST_RESIDENTS) return `--residents 应为 100 至 ${MOST_RESIDENTS} 的整数`
  if (!Number.isInteger(size.inPay) || size.inPay < 0 || size.inPay > householdsIn(size)) return `--in-pay 应为 0 至 ${householdsIn(size)} 的整数（本区共 ${householdsIn(size)} 户）`
  return undefined
}

/** Fills an empty house with a large district: what every demonstration begins with, then residents, households and those in pay. */
export async function seedLargeDistrict(context: SeedContext, district: LargeDistrict): Promise<Loaded> {
  await seedFrame(context)
  const migratorUrl = context.migratorUrl(LINE)
  const schema = schemaOf(LINE)
  const { worker, threads, ...size } = district
  const began = performance.now()
  const total = { residents: 0, households: 0 }
  const tell = ({ residents, households }: Loaded) => {
    total.residents += residents
    total.households += households
    const rate = Math.round(total.residents / ((performance.now() - began) / 1000))
    context.progress(`${total.residents.toLocaleString('en')} / ${size.residents.toLocaleString('en')} 人，${total.households.toLocaleString('en')} 户，每秒 ${rate.toLocaleString('en')} 人 (residents)`)
  }
  const shares = Array.from({ length: worker ? threads : 1 }, (_, from): Share => ({ migratorUrl, schema, dataKeys: context.dataKeys, size, from, of: worker ? threads : 1, chunks: chunksOf(size) }))
  await Promise.all(shares.map((share) => (worker ? inThread(worker, share, tell) : loadChunks(share, tell))))
  await finish(migratorUrl, schema, size, context.progress)
  return total
}

function inThread(program: URL, share: Share, tell: (loaded: Loaded) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: share })
    thread.on('message', tell)
    thread.on('error', reject)
    thread.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a loading thread ended with ${code}`))))
  })
}

async function finish(migratorUrl: string, schema: string, size: DistrictSize, progress: (what: string) => void): Promise<void> {
  const client = new Client({ connectionString: migratorUrl, options: `-c search_path=${schema}` })
  await client.connect()
  try {
    for (const series of seriesAfter(size)) await client.query('insert into number_series (series, year, last) values ($1, $2, $3)', [...series])
    progress('统计信息 (statistics)')
    for (const table of ['household', 'household_member', 'benefit', 'benefit_member', 'benefit_amount', 'search_term', 'audit_entry']) await client.query(`vacuum analyze ${table}`)
  } finally {
    await client.end()
  }
}
