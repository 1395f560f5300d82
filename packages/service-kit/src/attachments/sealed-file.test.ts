import { randomBytes } from 'node:crypto'
import { createTestDatabase } from '@xishan/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseKeyRing, softwareCiphers } from '../ciphers'
import type { Ask } from '../database/ask'
import { SealedFile } from './sealed-file'

const ciphers = softwareCiphers(parseKeyRing(`test:${randomBytes(32).toString('hex')}`))
const kept = new SealedFile('list_file', 'list_id')
let client: Client
const ask: Ask = async <T>(sql: string, parameters: unknown[] = []) => (await client.query(sql, parameters)).rows as T[]

beforeAll(async () => {
  client = new Client({ connectionString: (await createTestDatabase()).url })
  await client.connect()
  await ask('create table list_file (list_id uuid, position int, division_code text, piece_sealed text, primary key (list_id, position))')
})
afterAll(() => client.end())

it.each([0, 1, 262_144, 262_145, 700_000])('a file of %d bytes is read as it was sent, sealed in pieces, and gone when it is dropped', async (size) => {
  const [id, bytes] = [crypto.randomUUID(), randomBytes(size)]
  await kept.keep(ask, ciphers, { id: crypto.randomUUID(), divisionCode: '530112' }, randomBytes(300_000))
  await kept.keep(ask, ciphers, { id, divisionCode: '530112' }, bytes)
  expect(await ask(`select count(*)::int as pieces from list_file where list_id = $1`, [id])).toEqual([{ pieces: Math.ceil(size / 262_144) }])
  expect((await kept.read(ask, ciphers, id)).equals(bytes)).toBe(true)
  await kept.drop(ask, id)
  expect((await kept.read(ask, ciphers, id)).length).toBe(0)
})
