import { createTestDatabase } from '@xishan/testing'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { clearDemonstration, markBegun, markFilled, readMark } from './demonstration-mark'

const LINES = ['identity', 'place-names']
let url = ''

async function run(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

beforeEach(async () => {
  url = (await createTestDatabase()).url
})

describe('the mark of a demonstration', () => {
  it('is absent, unfinished, then filled', async () => {
    expect(await readMark(url, LINES, 'keys')).toBe('absent')
    await markBegun(url, 'keys')
    expect(await readMark(url, LINES, 'keys')).toBe('unfinished')
    await markFilled(url)
    expect(await readMark(url, LINES, 'keys')).toBe('filled')
  })

  it('refuses a database that holds the same schemas from elsewhere, and leaves them alone', async () => {
    await run('create schema place_names; create table place_names.name (n text)')
    await expect(readMark(url, LINES, 'keys')).rejects.toThrow(/place_names.*不是由本演示建立/)
    await clearDemonstration(url, LINES)
    expect(await run("select to_regclass('place_names.name')::text as found")).toEqual([{ found: 'place_names.name' }])
  })

  it('refuses a database that was filled under other keys', async () => {
    await markBegun(url, 'keys')
    await markFilled(url)
    await expect(readMark(url, LINES, 'other keys')).rejects.toThrow(/另一套密钥/)
  })

  it('goes with everything it stood for, and nothing else', async () => {
    await markBegun(url, 'keys')
    await run('create schema identity; create schema place_names_jobs; create schema theirs')
    await clearDemonstration(url, LINES)
    expect(await run("select nspname as name from pg_namespace where nspname in ('identity', 'place_names_jobs', 'demonstration', 'theirs')")).toEqual([{ name: 'theirs' }])
    expect(await readMark(url, LINES, 'keys')).toBe('absent')
  })
})
