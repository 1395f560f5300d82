import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeData, startPostgres, type RunningPostgres } from '@xishan/embedded-postgres'
import { asRole, schemaOf } from '@xishan/service-kit'
import { makeTemporaryFolder } from '@xishan/testing/temporary-folder'
import { Client } from 'pg'
import { DatabaseRelay } from './database-relay'
import { DATA_KEYS, freePort, LINES, type Settings } from './service-process'

const PROVISION = readFileSync(join(import.meta.dirname, '../../infra/deploy/database/provision.sql'), 'utf8')
/** The file without the lines that only psql understands; another client makes the settings itself. */
const BLOCK = PROVISION.slice(PROVISION.indexOf('do $provision$'))

const SECRETS = Object.fromEntries(LINES.map((line) => [line, randomBytes(24).toString('base64url')]))

/** A database server of the test's own, which may be stopped, and what each service is told of it. */
export class LoneHouse {
  private constructor(
    readonly folder: string,
    private postgres: RunningPostgres,
    private readonly relay: DatabaseRelay,
    private readonly address: string,
  ) {}

  static async open(): Promise<LoneHouse> {
    const folder = makeTemporaryFolder('alone')
    const postgres = await startPostgres({ dataDir: join(folder, 'data'), fsync: false })
    const relay = new DatabaseRelay(postgres.port)
    const url = new URL(postgres.url)
    url.port = String(await relay.listen())
    return new LoneHouse(folder, postgres, relay, url.toString())
  }

  /** Where the second process of a service finds what the first one compiled. */
  get compiled(): string {
    return join(this.folder, 'compiled')
  }

  /** The administrator's address of a database. */
  adminUrl(database: string): string {
    const url = new URL(this.address)
    url.pathname = `/${database}`
    return url.toString()
  }

  urlOf(database: string, role: string): string {
    return asRole(this.adminUrl(database), role, `${role}-password`)
  }

  appUrl = (database: string, line: string): string => this.urlOf(database, `${schemaOf(line)}_app`)
  migratorUrl = (database: string, line: string): string => this.urlOf(database, `${schemaOf(line)}_migrator`)

  /** SQL as the administrator, or as whom `url` names. */
  async sql<T>(url: string, text: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query(text, parameters)).rows as T[]
    } finally {
      await client.end()
    }
  }

  /** infra/deploy/database/provision.sql for every line, as whom `url` names. */
  async provision(url: string): Promise<void> {
    for (const schema of LINES.map(schemaOf)) {
      const client = new Client({ connectionString: url })
      await client.connect()
      try {
        await client.query(`select set_config('xishan.schema', $1, false), set_config('xishan.app_password', $2, false), set_config('xishan.migrator_password', $3, false)`, [schema, `${schema}_app-password`, `${schema}_migrator-password`])
        await client.query(BLOCK)
      } finally {
        await client.end()
      }
    }
  }

  /** The environment of a service in production. */
  async settingsOf(database: string, line: string): Promise<Settings> {
    return {
      MODE: 'production',
      DATABASE_URL: this.appUrl(database, line),
      PORT: String(await freePort()),
      PUBLIC_ORIGINS: 'https://minzheng.test',
      IDENTITY_URL: 'http://127.0.0.1:9/api/identity',
      DATA_KEYS,
      SERVICE_SECRET: SECRETS[line] ?? '',
      SERVICE_SECRETS: Object.entries(SECRETS).filter(([other]) => other !== 'identity').map((pair) => pair.join('=')).join(','),
      SEALS_FILE: join(this.folder, `${database}-${line}.jsonl`),
      LOG_LEVEL: 'error',
      NODE_COMPILE_CACHE: this.compiled,
    }
  }

  migratorSettings(database: string, line: string): Settings {
    return { MIGRATOR_DATABASE_URL: this.migratorUrl(database, line), SEALS_FILE: join(this.folder, `${database}-${line}.jsonl`), NODE_COMPILE_CACHE: this.compiled }
  }

  stopDatabase(): Promise<void> {
    return this.postgres.stop()
  }

  async startDatabase(): Promise<void> {
    this.postgres = await startPostgres({ dataDir: join(this.folder, 'data'), fsync: false })
    this.relay.target = this.postgres.port
  }

  async close(): Promise<void> {
    this.relay.close()
    await this.postgres.stop()
    await removeData(join(this.folder, 'data'))
    rmSync(this.folder, { recursive: true, force: true })
  }
}
