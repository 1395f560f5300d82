import type { Type } from '@nestjs/common'
import { Client } from 'pg'
import { DataSource, type MigrationInterface } from 'typeorm'
import { SnakeCase } from './snake-case'

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
    extra: { options: sessionOptions(schema, migrations.length === 0) },
  })

/** A bare connection with the service's session settings. */
export async function connect(url: string, schema: string, pipeline = false): Promise<Client> {
  const client = new Client({ connectionString: url, options: sessionOptions(schema, pipeline), pipeline })
  await client.connect()
  return client
}
