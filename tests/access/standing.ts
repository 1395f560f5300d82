import type { TestService } from '@xishan/service-kit/testing'

/** What changes without anything of the business changing: who signed in when, when another line was last asked. */
const BESIDE = ['sign_in_record', 'sign_in_failure', 'account_activity', 'session', 'line_contact', 'indicator_snapshot']

/** Every table of the line with the number of its rows and the sum of the transactions that last wrote them. */
export async function standing({ sql }: Pick<TestService, 'sql'>): Promise<Record<string, string>> {
  const tables = await tablesOf({ sql })
  const counted = tables.filter((table) => !BESIDE.includes(table))
  const rows = await sql<{ name: string; standing: string }>(counted.map((table) => `select '${table}' as name, count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0) as standing from "${table}"`).join(' union all '))
  return Object.fromEntries(rows.map(({ name, standing: of }) => [name, of]))
}

/** Where `writtenAfter` begins. */
export async function newestTransaction({ sql }: Pick<TestService, 'sql'>): Promise<string> {
  const [row] = await sql<{ newest: string }>(`select pg_current_xact_id()::text as newest`)
  return row?.newest ?? ''
}

/** Every row that a later transaction wrote, as JSON text. */
export async function writtenAfter({ sql }: Pick<TestService, 'sql'>, transaction: string): Promise<string> {
  const tables = await tablesOf({ sql })
  const rows = await sql<{ row: string }>(tables.map((table) => `select to_jsonb(t)::text as row from "${table}" t where xmin::text::bigint > $1`).join(' union all '), [transaction])
  return rows.map(({ row }) => row).join('\n')
}

async function tablesOf({ sql }: Pick<TestService, 'sql'>): Promise<string[]> {
  const rows = await sql<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`)
  return rows.map(({ name }) => name)
}
