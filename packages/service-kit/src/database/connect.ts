import type { Type } from '@nestjs/common'
import { Client } from 'pg'
import { DataSource, type MigrationInterface } from 'typeorm'
import { SnakeCase } from './snake-case'

/**
 * Settings of every connection: the schema alone on the search path, a plan for the scope at hand each time (a generic plan
 * made for the district is slow for a community), and no statement without end.
 */
export const sessionOptions = (schema: string): string =>
  `-c search_path=${schema} -c plan_cache_mode=force_custom_plan -c statement_timeout=60000 -c lock_timeout=10000 -c TimeZone=UTC`

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
    extra: { options: sessionOptions(schema) },
  })

/** A bare connection with the service's session settings. */
export async function connect(url: string, schema: string, pipeline = false): Promise<Client> {
  const client = new Client({ connectionString: url, options: sessionOptions(schema), pipeline })
  await client.connect()
  return client
}
