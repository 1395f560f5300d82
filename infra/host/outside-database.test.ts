import { randomBytes } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@xishan/testing'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireUsableDatabase } from './outside-database'

const role = `outsider_${randomBytes(4).toString('hex')}`
let database: TestDatabase

async function administer(...statements: string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  for (const statement of statements) await admin.query(statement)
  await admin.end()
}

/** The database's address with some parts replaced. */
function address(change: Partial<Record<'username' | 'password' | 'port' | 'hostname' | 'pathname', string>>): string {
  const url = new URL(database.url)
  return Object.assign(url, change).toString()
}

beforeAll(async () => {
  database = await createTestDatabase()
  await administer(`create role ${role} login password 'right'`)
})

afterAll(async () => {
  await database.drop()
})

describe('an outside database', () => {
  it('is accepted from an administrator', async () => {
    await expect(requireUsableDatabase(database.url)).resolves.toBeUndefined()
  })

  it.each<[what: string, url: () => string, sentence: RegExp]>([
    ['no address', () => 'nonsense', /不是有效的地址/],
    ['another product', () => 'mysql://root@localhost/x', /不是有效的地址/],
    ['no database name', () => address({ pathname: '/' }), /不是有效的地址/],
    ['a closed port', () => address({ port: '1' }), /连接不上.*ECONNREFUSED/],
    ['an unknown host', () => address({ hostname: 'no-such-host.invalid' }), /连接不上/],
    ['a missing database', () => address({ pathname: '/no_such_database' }), /不存在/],
    ['too few rights', () => address({ username: role, password: 'right' }), /CREATEROLE/],
  ])('with %s is refused in a sentence', async (_, url, sentence) => {
    await expect(requireUsableDatabase(url())).rejects.toThrow(sentence)
  })

  it.skipIf(process.env.TEST_DATABASE_URL)('with a wrong password is refused in a sentence', async () => {
    await expect(requireUsableDatabase(address({ username: role, password: 'wrong' }))).rejects.toThrow(/用户名或密码不正确/)
  })

  it('needs no superuser', async () => {
    await administer(`alter role ${role} createrole`, `grant create on database "${new URL(database.url).pathname.slice(1)}" to ${role}`)
    await expect(requireUsableDatabase(address({ username: role, password: 'right' }))).resolves.toBeUndefined()
  })
})
