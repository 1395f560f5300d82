import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeData, startPostgres } from '@xishan/embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeTemporaryFolder } from './temporary-folder'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's connection to the PostgreSQL of this test run. */
    postgresUrl: string
    /** Begins the name of every database this run makes. */
    databasePrefix: string
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [prefix])
    for (const { name } of rows) await admin.query(`drop database if exists "${name}" with (force)`)
  } finally {
    await admin.end()
  }
}

/**
 * Vitest global set-up: one PostgreSQL for the run, with nothing kept. `TEST_DATABASE_URL` names an outside one (15 or later, as an
 * administrator) instead.
 */
export default async function providePostgres(project: TestProject): Promise<() => Promise<void>> {
  const databasePrefix = `xishan_test_${randomBytes(4).toString('hex')}_`
  project.provide('databasePrefix', databasePrefix)
  const outside = process.env.TEST_DATABASE_URL
  if (outside) {
    project.provide('postgresUrl', outside)
    return () => dropDatabases(outside, databasePrefix)
  }
  const home = makeTemporaryFolder('tests')
  const dataDir = join(home, 'data')
  const postgres = await startPostgres({ dataDir, fsync: false })
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await removeData(dataDir)
    rmSync(home, { recursive: true, force: true })
  }
}
