import type { Type } from '@nestjs/common'
import { Client } from 'pg'
import { DataSource, type MigrationInterface } from 'typeorm'
import { SnakeCase } from './snake-case'

/** A database that does not answer is away, not slow. */
const CONNECT_WITHIN_MS = 10_000

/** Nothing a person waits for may run longer; migrations and seeds run as long as they need. */
const SERVING = '-c statement_timeout=60000 -c lock_timeout=10000'

/**
 * Settings of every connection: the schema alone on the search path, and a plan for the scope at hand each time (a generic plan
 * made for the district is slow for a community).
 */
const sessionOptions = (schema: string, serving: boolean): string => `-c search_path=${schema} -c plan_cache_mode=force_custom_plan -c TimeZone=UTC ${serving ? SERVING : ''}`

export const dataSource = (url: string, schema: string, entities: Type[], migrations: Type<MigrationInterface>[] = []): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    schema,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCase(),
    poolSize: 3,
    logging: false,
    extra: { options: sessionOptions(schema, migrations.length === 0), connectionTimeoutMillis: CONNECT_WITHIN_MS },
  })

/** A bare connection with the service's session settings. */
export async function connect(url: string, schema: string, pipeline = false): Promise<Client> {
  const client = new Client({ connectionString: url, options: sessionOptions(schema, pipeline), pipeline, connectionTimeoutMillis: CONNECT_WITHIN_MS })
  await client.connect()
  return client
}

/** @throws Error with one sentence that names the variable, when nobody answers there or lets this role in */
export async function requireDatabase(url: string, schema: string, variable: string): Promise<void> {
  try {
    await (await connect(url, schema)).end()
  } catch (error) {
    throw new Error(`${variable}：连接不上数据库（${error instanceof Error ? error.message || error.name : String(error)}），请核对地址、角色和密码，并确认数据库已启动。`, { cause: error })
  }
}
