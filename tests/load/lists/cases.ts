import { randomBytes } from 'node:crypto'
import { divisions } from '@xishan/seeds'
import { asRole, migrate, provision, schemaOf } from '@xishan/service-kit'
import { service } from '@xishan/social-assistance-service'
import { Client } from 'pg'

const SCHEMA = schemaOf(service.contract.line)

/** The line's schema and roles on a fresh server; connections of its two roles. */
export async function prepareLine(databaseUrl: string): Promise<{ app: string; migrator: string }> {
  const passwords = { app: randomBytes(16).toString('hex'), migrator: randomBytes(16).toString('hex') }
  await provision(databaseUrl, SCHEMA, passwords)
  const migrator = asRole(databaseUrl, `${SCHEMA}_migrator`, passwords.migrator)
  await migrate(service, migrator)
  return { app: asRole(databaseUrl, `${SCHEMA}_app`, passwords.app), migrator }
}

/** Cases spread over the communities and states, without the history that a list does not read. */
export async function addDivisionsAndCases(databaseUrl: string, cases: number): Promise<void> {
  const communities = divisions.filter(({ code }) => code.length === 12).map(({ code }) => code)
  const client = new Client({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA} -c session_replication_role=replica` })
  await client.connect()
  try {
    await client.query(
      `insert into division (code, name, kind, valid_from, valid_to, predecessors, successors, in_plan_denominator)
       select d->>'code', d->>'name', d->>'kind', null, null, '{}', '{}', false from jsonb_array_elements($1::jsonb) d`,
      [JSON.stringify(divisions)],
    )
    await client.query(
      `insert into application (id, version, division_code, audit_head, audit_seq, number, state, state_since, due_on, warn_on, applicant_name, document_masked,
                                residence, member_count, entry, submitted_on, accepted_on, separately_registered, reported, related_account_ids, delegated, terms)
       select gen_random_uuid(), 1, ($2::text[])[1 + i * 7 % cardinality($2::text[])], 'x', 1, 'XS-SA-' || (2016 + i / 25000) || '-' || lpad((i % 25000)::text, 6, '0'),
              (array['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'REFUSED', 'POSTING', 'SUBMITTED_BUREAU', 'INVESTIGATING', 'POSTING'])[1 + i % 8],
              date '2025-09-30' - (i % 300)::int, date '2025-10-30' - (i % 60)::int, date '2025-10-20' - (i % 60)::int,
              (array['张', '李', '王', '杨', '普'])[1 + i % 5] || (array['明', '秀英', '建国'])[1 + i % 3], '530112********0021',
              (array['URBAN', 'RURAL'])[1 + i % 2], 1 + i % 4, 'HOUSEHOLD', date '2025-08-01', date '2025-08-05', false, false, '{}', false, '{}'
       from generate_series(1, $1::bigint) i`,
      [cases, communities],
    )
    await client.query('vacuum analyze application')
  } finally {
    await client.end()
  }
}
