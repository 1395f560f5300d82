import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import './postgres-setup'

export interface TestDatabase {
  /** The administrator's connection to this database. */
  url: string
  /** Ends every session and removes the database. Not needed at the end of a run, which removes them all. */
  drop(): Promise<void>
}

/** A database made once in a run and then copied, for the price of copying its files. */
export interface DatabaseTemplate {
  /** Names the content: one template of that name is made in a run. Lower-case letters, digits and `_`, at most 30. */
  name: string
  /**
   * Fills the new database. Runs in whichever test file comes first, never at the same time as another template's, so it may make
   * roles. Roles belong to the whole server, rights on the database itself are not copied: give roles fixed passwords. Leaves no
   * connection open.
   */
  prepare(url: string): Promise<void>
}

async function asAdministrator<T>(run: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  try {
    return await run(admin)
  } finally {
    await admin.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.toString()
}

const exists = async (admin: pg.Client, database: string): Promise<boolean> =>
  (await admin.query('select from pg_database where datname = $1', [database])).rowCount === 1

/** The template's database, made by the first who asks; the others wait. */
async function ensureTemplate(admin: pg.Client, template: DatabaseTemplate): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,29}$/.test(template.name)) throw new RangeError(`not a template name: ${template.name}`)
  const database = `${inject('databasePrefix')}tpl_${template.name}`
  await admin.query('select pg_advisory_lock(hashtext($1))', ['xishan test templates'])
  try {
    if (await exists(admin, database)) return database
    const draft = `${database}_draft`
    await admin.query(`drop database if exists "${draft}" with (force)`)
    await admin.query(`create database "${draft}"`)
    await template.prepare(urlOf(draft))
    await admin.query(`alter database "${draft}" rename to "${database}"`)
    return database
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', ['xishan test templates'])
  }
}

/** A database of one's own, empty or a copy of a template: usually one per test file, in `beforeAll`. */
export async function createTestDatabase(template?: DatabaseTemplate): Promise<TestDatabase> {
  const database = `${inject('databasePrefix')}${randomBytes(6).toString('hex')}`
  await asAdministrator(async (admin) => {
    const source = template ? await ensureTemplate(admin, template) : 'template1'
    await admin.query(`create database "${database}" template "${source}"`)
  })
  return {
    url: urlOf(database),
    drop: () => asAdministrator(async (admin) => void (await admin.query(`drop database if exists "${database}" with (force)`))),
  }
}
