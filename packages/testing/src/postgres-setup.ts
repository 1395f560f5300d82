import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeData, startPostgres } from '@xishan/embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Administrator's connection to the PostgreSQL of this test run. */
    postgresUrl: string
    /** Begins the name of every database this run makes. */
    databasePrefix: string
  }
}

const HOME = '/var/tmp'
const FOLDER = /^xishan-tests-(\d+)-/

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Folders of runs that were killed. */
function sweep(): void {
  for (const name of readdirSync(HOME)) {
    const pid = FOLDER.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(HOME, name), { recursive: true, force: true })
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
  sweep()
  const home = mkdtempSync(join(HOME, `xishan-tests-${process.pid}-`))
  chmodSync(home, 0o755)
  const dataDir = join(home, 'data')
  const postgres = await startPostgres({ dataDir, fsync: false })
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await removeData(dataDir)
    rmSync(home, { recursive: true, force: true })
  }
}
