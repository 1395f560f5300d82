import { schemaOf } from '@xishan/service-kit'
import { Client } from 'pg'
import { Refusal } from './refusal'

/**
 * A note in the database of whose demonstration it holds and whether filling it came to an end, so that an interrupted
 * filling is begun anew and nobody's real data is mistaken for a demonstration.
 */
export type MarkState = 'absent' | 'unfinished' | 'filled'

const TABLE = `
  create schema if not exists demonstration;
  create table if not exists demonstration.mark (
    single boolean primary key default true check (single),
    keys text not null,
    filled_at timestamptz
  )`

async function withAdministrator<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

const schemasOf = (lines: readonly string[]): string[] => lines.flatMap((line) => [schemaOf(line), `${schemaOf(line)}_jobs`])

async function present(admin: Client, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>('select nspname as name from pg_namespace where nspname = any($1) order by 1', [schemas])
  return rows.map(({ name }) => name)
}

/**
 * @param keys fingerprint of the keys in use
 * @throws Refusal when the database holds data that is not this demonstration's
 */
export const readMark = (url: string, lines: readonly string[], keys: string): Promise<MarkState> =>
  withAdministrator(url, async (admin) => {
    const { rows: tables } = await admin.query<{ found: string | null }>("select to_regclass('demonstration.mark')::text as found")
    const schemas = await present(admin, schemasOf(lines))
    if (!tables[0]?.found) {
      if (schemas.length === 0) return 'absent'
      throw new Refusal(`数据库里已有 ${schemas.join('、')} 的数据，但不是由本演示建立的；请换一个数据库。`, 'the database holds data that this demonstration did not make')
    }
    const { rows } = await admin.query<{ keys: string; filled: boolean }>('select keys, filled_at is not null as filled from demonstration.mark')
    const [mark] = rows
    if (!mark) return 'unfinished'
    if (mark.keys !== keys) {
      throw new Refusal('数据库是用另一套密钥建立的，.data/secrets.json 与它不符；请恢复原来的密钥文件，或用 npm start -- --reset 重新开始。', 'the database was filled under other keys')
    }
    return mark.filled ? 'filled' : 'unfinished'
  })

/** Removes everything the demonstration made, so that it can begin anew. */
export const clearDemonstration = (url: string, lines: readonly string[]): Promise<void> =>
  withAdministrator(url, async (admin) => {
    const { rows } = await admin.query<{ found: string | null }>("select to_regclass('demonstration.mark')::text as found")
    if (!rows[0]?.found) return
    const schemas = await present(admin, schemasOf(lines))
    for (const schema of schemas) await admin.query(`drop schema "${schema}" cascade`)
    await admin.query('drop schema demonstration cascade')
  })

export const markBegun = (url: string, keys: string): Promise<void> =>
  withAdministrator(url, async (admin) => {
    await admin.query(TABLE)
    await admin.query('insert into demonstration.mark (keys) values ($1) on conflict (single) do update set keys = excluded.keys, filled_at = null', [keys])
  })

export const markFilled = (url: string): Promise<void> =>
  withAdministrator(url, async (admin) => void (await admin.query('update demonstration.mark set filled_at = now()')))
