import { Client } from 'pg'

export interface Credentials {
  app: string
  migrator: string
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role])
  // Who may make roles but no databases may not even say `nocreatedb` of a role that is there.
  const verb = rowCount ? `alter role ${role}` : `create role ${role} nocreatedb nocreaterole`
  await admin.query(`${verb} login noinherit password ${literal(password)}`)
}

/**
 * Makes a service's schema and its two roles on a database whose administrator we are: `<schema>_migrator` owns the schema and
 * changes it, `<schema>_app` works in it and owns nothing. Safe to repeat.
 */
export async function provision(adminUrl: string, schema: string, passwords: Credentials): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await ensureRole(admin, `${schema}_app`, passwords.app)
    await ensureRole(admin, `${schema}_migrator`, passwords.migrator)
    const { rows } = await admin.query<{ database: string }>('select current_database() as database')
    const database = `"${rows[0]?.database.replaceAll('"', '""')}"`
    await admin.query(`grant connect on database ${database} to ${schema}_app, ${schema}_migrator`)
    await admin.query(`grant create on database ${database} to ${schema}_migrator`)
    await admin.query(`grant ${schema}_migrator to current_user`)
    await admin.query(`create schema if not exists ${schema} authorization ${schema}_migrator`)
    await admin.query(`revoke all on schema ${schema} from public`)
    await admin.query(`grant usage on schema ${schema} to ${schema}_app`)
  } finally {
    await admin.end()
  }
}

/** The same address with another user. */
export function asRole(url: string, role: string, password: string): string {
  const address = new URL(url)
  address.username = role
  address.password = encodeURIComponent(password)
  return address.toString()
}
