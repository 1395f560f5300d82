import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PostgresProblem } from '@xishan/embedded-postgres'
import { lookAtLists, seedLargeDistrict, sizeProblem } from '@xishan/seeds'
import type { ServiceApp } from '@xishan/service-kit'
import { step } from '../setup/steps.mjs'
import { Closing } from './closing'
import { openDatabase } from './database'
import { markFilled } from './demonstration-mark'
import { lineOf, LINES } from './lines'
import { prepareSchemas } from './prepare-schemas'
import { Refusal } from './refusal'
import { requireEmpty } from './require-empty'
import { fingerprint, loadSecrets } from './secrets'
import { DEMONSTRATION_START, migratorUrl } from './service-settings'
import { forget, startServices } from './start-host'

const ROOT = join(import.meta.dirname, '../..')
const WORKER = new URL('./large-district-worker.js', import.meta.url)
/** Nobody is answered while it loads. */
const NO_PORT = 8080
const names = LINES.map(lineOf)
const closing = new Closing()
const say = (text: string): boolean => process.stdout.write(`${text}\n`)

function wanted() {
  const { values } = parseArgs({ options: { residents: { type: 'string', default: '1000000' }, 'in-pay': { type: 'string' }, reset: { type: 'boolean', default: false } } })
  const residents = Number(values.residents)
  const size = { residents, inPay: Number(values['in-pay'] ?? Math.min(60_000, Math.floor(residents / 6))) }
  const problem = sizeProblem(size)
  if (problem) throw new Refusal(`${problem}。`, 'this size cannot be made')
  return { ...size, reset: values.reset }
}

async function seed(): Promise<void> {
  const { reset, ...size } = wanted()
  const options = { dataFolder: process.env.DATA_FOLDER ?? join(ROOT, '.data'), databaseUrl: process.env.DATABASE_URL }
  if (reset) await step('清空数据 (reset)', () => forget(options))
  const secrets = loadSecrets(join(options.dataFolder, 'secrets.json'), names)
  const database = await step('数据库 (database)', (progress) => openDatabase(options.dataFolder, options.databaseUrl, progress))
  closing.add(() => database.stop())
  await requireEmpty(database.url, names, fingerprint(secrets))
  await step('数据结构 (migrations)', (progress) => prepareSchemas(LINES, database.url, secrets, progress))
  const surroundings = { databaseUrl: database.url, dataFolder: options.dataFolder, port: NO_PORT, secrets, lines: names }
  const services = await step('服务 (services)', () => startServices(surroundings, closing))
  const service = (line: string): ServiceApp => {
    const found = services.find((one) => one.line === line)
    if (!found) throw new RangeError(`no service ${line} in this house`)
    return found
  }
  const began = performance.now()
  let told = 0
  const { residents, households } = await step('大区数据 (large district)', (progress) =>
    seedLargeDistrict(
      {
        service,
        migratorUrl: (line) => migratorUrl(database.url, line, secrets),
        dataKeys: secrets.dataKeys,
        businessDate: DEMONSTRATION_START,
        progress: (what) => {
          progress(what)
          // Where no line can move, one every ten seconds.
          if (!process.stdout.isTTY && performance.now() - told > 10_000) {
            told = performance.now()
            say(`  ${what}`)
          }
        },
      },
      { ...size, worker: WORKER, threads: Math.max(2, availableParallelism()) },
    ),
  )
  await markFilled(database.url)
  say(`  ${residents} 人、${households} 户，其中在保 ${size.inPay} 户，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`)
  for (const { who, what, rows, ms } of await lookAtLists(service('social-assistance'))) say(`  ${who} ${what}：${rows} 行，${ms.toFixed(0)} 毫秒`)
  say('载入完成。用 npm start 打开系统。 (loaded; npm start opens it)')
}

const end = async (status: number): Promise<void> => {
  await closing.run()
  process.exit(status)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(1))
seed().then(
  () => end(0),
  (error: unknown) => {
    if (error instanceof Refusal || error instanceof PostgresProblem) console.error(`✗ ${error.message}`)
    else console.error(error)
    return end(1)
  },
)
