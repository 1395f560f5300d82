import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeData } from '@xishan/embedded-postgres'
import { seedDemonstration } from '@xishan/seeds'
import { createServiceApp, type ServiceApp } from '@xishan/service-kit'
import { step } from '../setup/steps.mjs'
import type { Closing } from './closing'
import { openDatabase } from './database'
import { clearDemonstration, markFilled } from './demonstration-mark'
import { FrontDoor } from './front-door'
import { lineOf, LINES } from './lines'
import { requireUsableDatabase } from './outside-database'
import { prepareSchemas } from './prepare-schemas'
import { loadSecrets } from './secrets'
import { configurationOf, DEMONSTRATION_START, migratorUrl, type Surroundings } from './service-settings'

export interface HostOptions {
  /** Of the repository: where the built frontends lie. */
  root: string
  /** Keeps the embedded database, the secrets and the audit seals. */
  dataFolder: string
  /** 0 lets the system choose. */
  port: number
  /** An outside PostgreSQL in place of the embedded one. */
  databaseUrl: string | undefined
  /** Forgets the demonstration first. */
  reset: boolean
}

export interface RunningHost {
  url: string
  /** Resolves when the database is gone, without which nothing goes on. */
  databaseEnded: Promise<void>
}

const names = LINES.map(lineOf)

export async function forget({ dataFolder, databaseUrl }: Pick<HostOptions, 'dataFolder' | 'databaseUrl'>): Promise<void> {
  if (databaseUrl) {
    await requireUsableDatabase(databaseUrl)
    await clearDemonstration(databaseUrl, names)
  } else {
    await removeData(join(dataFolder, 'postgres'))
  }
  await rm(dataFolder, { recursive: true, force: true })
}

export async function startServices(surroundings: Surroundings, closing: Closing): Promise<ServiceApp[]> {
  const services: ServiceApp[] = []
  for (const definition of LINES) {
    const service = await createServiceApp(definition, configurationOf(lineOf(definition), surroundings))
    closing.add(() => service.close())
    services.push(service)
  }
  return services
}

async function fill(services: readonly ServiceApp[], { databaseUrl, secrets }: Surroundings): Promise<void> {
  await step('演示数据 (demonstration data)', (progress) =>
    seedDemonstration({
      service: (line) => services.find((service) => service.line === line) ?? missing(line),
      migratorUrl: (line) => migratorUrl(databaseUrl, line, secrets),
      dataKeys: secrets.dataKeys,
      businessDate: DEMONSTRATION_START,
      progress,
    }),
  )
  await markFilled(databaseUrl)
}

const missing = (line: string): never => {
  throw new RangeError(`no service ${line} in this house`)
}

/**
 * Database, migrations, the demonstration the first time, then every service and page behind one port.
 * What it begins it hands to `closing`, so that an interrupted start leaves nothing behind.
 * @throws Refusal or PostgresProblem with a sentence for the person at the terminal
 */
export async function startHost(options: HostOptions, closing: Closing): Promise<RunningHost> {
  const door = new FrontDoor(options.root)
  const port = await door.listen(options.port)
  closing.add(() => door.close())
  if (options.reset) await step('清空数据 (reset)', () => forget(options))
  const secrets = loadSecrets(join(options.dataFolder, 'secrets.json'), names)
  const database = await step('数据库 (database)', (progress) => openDatabase(options.dataFolder, options.databaseUrl, progress))
  closing.add(() => database.stop())
  const { isEmpty } = await step('数据结构 (migrations)', (progress) => prepareSchemas(LINES, database.url, secrets, progress))
  const surroundings = { databaseUrl: database.url, dataFolder: options.dataFolder, port, secrets, lines: names }
  const services = await step('服务 (services)', () => startServices(surroundings, closing))
  if (isEmpty) await fill(services, surroundings)
  door.open(services)
  closing.add(() => door.close())
  for (const service of services) await service.startJobs()
  return { url: `http://localhost:${port}`, databaseEnded: database.ended }
}
