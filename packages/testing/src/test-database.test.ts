import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createTestDatabase, type DatabaseTemplate } from './test-database'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

describe('createTestDatabase', () => {
  it('makes databases that do not see each other', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
    await ask(one.url, 'create table mine (n int)')
    expect(await ask(other.url, "select to_regclass('mine') as found")).toEqual([{ found: null }])
  })

  it('prepares a template once, whoever asks first, and copies it', async () => {
    let prepared = 0
    const template: DatabaseTemplate = {
      name: 'streets',
      async prepare(url) {
        prepared++
        await ask(url, "create table street (name text); insert into street values ('碧鸡')")
      },
    }
    const copies = await Promise.all([1, 2, 3].map(() => createTestDatabase(template)))
    expect(prepared).toBe(1)
    for (const { url } of copies) expect(await ask(url, 'select name from street')).toEqual([{ name: '碧鸡' }])
  })

  it('asks again after a template failed', async () => {
    const failing = { name: 'failing', prepare: () => Promise.reject(new Error('no')) }
    await expect(createTestDatabase(failing)).rejects.toThrow('no')
    const { url } = await createTestDatabase({ name: 'failing', prepare: async (draft) => void (await ask(draft, 'create table t ()')) })
    expect(await ask(url, "select to_regclass('t')::text as found")).toEqual([{ found: 't' }])
  })

  it('drops a database that is still in use', async () => {
    const { url, drop } = await createTestDatabase()
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    await drop()
    await expect(ask(url, 'select 1')).rejects.toThrow(/does not exist/)
  })
})
