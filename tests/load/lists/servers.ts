import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServiceApp, parseConfiguration, TOKEN_KEYS } from '@xishan/service-kit'
import { service } from '@xishan/social-assistance-service'
import fastify from 'fastify'
import { createLocalJWKSet, type JWK } from 'jose'
import { Pool } from 'pg'

const LIST = `select a.id, a.version, a.number, a.applicant_name as "applicantName", a.document_masked as "documentMasked", a.division_code as "divisionCode",
    a.residence, a.member_count as members, a.state, a.state_since::text as "stateSince", a.warn_on::text as "warnOn", a.due_on::text as "dueOn",
    a.suspended_since::text as "suspendedSince", a.submitted_on::text as "submittedOn", a.accepted_on::text as "acceptedOn", a.amount_fen::float8 as "amountFen",
    a.separately_registered as "separatelyRegistered", a.reported, a.number as cursor
  from application a
  where a.division_code >= $1 and a.division_code < $2 and a.state = $3 order by a.number desc limit $4::int`

const ADDRESS = { port: 0, host: '127.0.0.1' }

/** What the same list costs without a platform: one query with the scope as WHERE, as many connections as the service reads with. */
export async function serveFloor(migratorUrl: string): Promise<string> {
  const pool = new Pool({ connectionString: migratorUrl, options: '-c search_path=social_assistance', max: 2 })
  const app = fastify()
  app.get<{ Querystring: { scope: string; state: string; limit: string } }>('/applications', async ({ query }) => {
    const { rows } = await pool.query(LIST, [query.scope, String(BigInt(query.scope) + 1n), query.state, Number(query.limit) + 1])
    return { rows: rows.slice(0, 20), next: rows[20]?.cursor ?? null }
  })
  return `${await app.listen(ADDRESS)}/applications`
}

/** The line as it runs in production: sign-in, row security, validation, answers by contract. */
export async function serveLine(appUrl: string, publicKey: JWK): Promise<string> {
  const configuration = parseConfiguration({
    mode: 'production',
    databaseUrl: appUrl,
    identityUrl: 'http://127.0.0.1:9/api/identity',
    dataKeys: `benchmark:${randomBytes(32).toString('hex')}`,
    serviceSecret: randomBytes(32).toString('hex'),
    sealsFile: join(tmpdir(), `benchmark-${process.pid}.jsonl`),
    logLevel: 'error',
  })
  const keyed = { ...service, tokenKeys: { provide: TOKEN_KEYS, useValue: createLocalJWKSet({ keys: [publicKey] }) } }
  const { app } = await createServiceApp(keyed, configuration)
  await app.listen(ADDRESS.port, ADDRESS.host)
  return `${await app.getUrl()}/api/social-assistance/applications`
}
