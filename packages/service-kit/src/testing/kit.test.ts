import { randomUUID } from 'node:crypto'
import { LINE_ROUTES } from '@xishan/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DataSource } from 'typeorm'
import { SealAudit } from '../seals/seal-audit'
import { noteContract, noteService } from './fixture'
import { someone, startTestService, tokenOf, type TestService } from './test-service'

const { routes } = noteContract
const clerk = someone('ST_CLERK', '530112001')
const colleague = someone('ST_CLERK', '530112001', 'colleague')
const neighbour = someone('ST_CLERK', '530112002')
let service: TestService

beforeAll(async () => {
  service = await startTestService(noteService, { settings: { peers: 'portal=http://127.0.0.1:9/api/portal' } })
})
afterAll(() => service.close())

const write = (text = '今日雨', key?: string) => service.call(clerk, routes.write, { body: { text, divisionCode: '530112001002' }, ...(key ? { key } : {}) })

describe('a write', () => {
  it('stores row, step, audit entry and event together', async () => {
    const { status, body } = await write()
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 1, number: expect.stringMatching(/^XS-N-2025-\d{6}$/) })
    expect(await service.sql('select action, to_state from case_step where case_id = $1', [body.id])).toEqual([{ action: 'write', to_state: 'WRITTEN' }])
    expect(await service.sql('select seq, action, actor_name, business_date::text from audit_entry where subject_id = $1', [body.id])).toEqual([
      { seq: 1, action: 'write', actor_name: clerk.name, business_date: '2025-09-30' },
    ])
    expect(await service.sql(`select line from outbox_delivery join outbox using (event_id) where envelope->>'divisionCode' = '530112001002'`)).toContainEqual({ line: 'portal' })
  })

  it('repeated with the same key does nothing twice, and with another body is refused', async () => {
    const key = randomUUID()
    const [first, second] = await Promise.all([write('只写一次', key), write('只写一次', key)])
    expect(second.body).toEqual(first.body)
    expect(await service.sql(`select count(*)::int as n from note where text = '只写一次'`)).toEqual([{ n: 1 }])
    expect((await write('另一件事', key)).body).toMatchObject({ status: 422, code: 'key-reused' })
  })

  it('on a stale version tells who was first', async () => {
    const { body: note } = await write('两人同办')
    expect((await service.call(colleague, routes.approve, { params: { id: note.id }, body: { version: 1 } })).status).toBe(200)
    const late = await service.call(someone('BU_HEAD'), routes.approve, { params: { id: note.id }, body: { version: 1 } })
    expect(late.body).toMatchObject({ status: 409, code: 'stale-version', detail: expect.stringContaining('colleague') })
  })

  it('keeps duties apart', async () => {
    const { body: note } = await write('自写自批')
    expect((await service.call(clerk, routes.approve, { params: { id: note.id }, body: { version: 1 } })).body).toMatchObject({ code: 'separation-of-duties' })
  })

  it('cannot be made in the database without its audit entry', async () => {
    const { body: note } = await write('绕过审计')
    const app = new Client({ connectionString: service.databaseUrl, options: '-c search_path=notes' })
    await app.connect()
    const trespass = async () => {
      await app.query(`begin; set local app.scope = '530112'; set local app.scope_end = '530113'`)
      await app.query(`update note set text = 'x', version = version + 1 where id = $1`, [note.id])
      await app.query('commit')
    }
    app.on('error', () => undefined)
    await expect(trespass()).rejects.toThrow('no audit entry')
    await app.query('rollback')
    await expect(app.query(`delete from audit_entry`)).rejects.toThrow('permission denied')
    await expect(app.query(`update audit_entry set action = 'x'`)).rejects.toThrow('permission denied')
    await app.end()
  })
})

describe('row security', () => {
  it('shows a street its own rows only, and nothing on a reused connection without scope', async () => {
    const { body: note } = await write('西苑的事')
    const mine = await service.call(clerk, routes.list, { query: { limit: 100 } })
    expect(mine.body.rows.map((row) => row.id)).toContain(note.id)
    expect((await service.call(neighbour, routes.list)).body).toEqual({ rows: [], next: null })
    expect((await service.call(neighbour, routes.approve, { params: { id: note.id }, body: { version: 1 } })).body).toMatchObject({ status: 404 })
    expect(await service.app.get(DataSource).query('select count(*)::int as n from note')).toEqual([{ n: 0 }])
  })

  it('refuses to write outside the scope', async () => {
    const outside = await service.call(neighbour, routes.write, { body: { text: '越界', divisionCode: '530112001002' } })
    expect(outside.body).toMatchObject({ status: 403, code: 'not-permitted' })
  })

  it('pages by key without gaps or repeats', async () => {
    for (let n = 0; n < 5; n++) await write(`第${n}页`)
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const { body } = await service.call(clerk, routes.list, { query: { limit: 2, after } })
      seen.push(...body.rows.map((row) => row.id))
      after = body.next ?? undefined
      more = body.next !== null
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(await service.sql('select count(*)::int as n from note')).toEqual([{ n: seen.length }])
  })
})

describe('the door', () => {
  it('names every wrong field', async () => {
    const { body } = await service.call(clerk, routes.write, { body: { text: '一' } })
    expect(body).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ field: 'text', message: '至少两个字' }, { field: 'divisionCode' }] })
  })

  it('refuses nobody, the wrong role, an expired token, a foreign page, NUL and broken JSON', async () => {
    expect((await service.call(null, routes.list)).body).toMatchObject({ status: 401, code: 'not-signed-in' })
    expect((await service.call(someone('AUD'), routes.list)).body).toMatchObject({ status: 403, code: 'not-permitted' })
    const old = await fetch(`${service.url}/notes`, { headers: { cookie: `xs_token=${await tokenOf(clerk, '-1s')}` } })
    expect(await old.json()).toMatchObject({ code: 'token-expired' })
    const foreign = await fetch(`${service.url}/notes`, { method: 'POST', headers: { cookie: `xs_token=${await tokenOf(clerk)}`, origin: 'https://evil.example', 'content-type': 'application/json' }, body: '{}' })
    expect(await foreign.json()).toMatchObject({ status: 403, code: 'foreign-origin' })
    expect((await service.call(clerk, routes.write, { body: { text: 'a\u0000b', divisionCode: '530112001' } })).body).toMatchObject({ code: 'invalid-input' })
    const broken = await fetch(`${service.url}/notes`, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf(clerk)}`, 'content-type': 'application/json' }, body: '{' })
    expect(await broken.json()).toMatchObject({ status: 400, code: 'malformed-request' })
  })

  it('answers health, metrics, OpenAPI and the audit to those it may', async () => {
    expect((await service.call(null, LINE_ROUTES.ready)).body).toMatchObject({ status: 'ok', line: 'notes' })
    expect((await service.call(null, LINE_ROUTES.metrics)).body.toString()).toContain('http_request_duration_seconds')
    expect((await service.call(null, LINE_ROUTES.openapi)).body).toHaveProperty(['paths', '/notes', 'post'])
    expect((await service.call(someone('AUD'), LINE_ROUTES.audit)).body.rows.length).toBeGreaterThan(0)
    expect((await service.call(clerk, LINE_ROUTES.audit)).status).toBe(403)
    expect((await service.call(clerk, LINE_ROUTES.receiveEvents, { body: [] })).status).toBe(403)
  })
})

it('seals what was added, once', async () => {
  const audit = service.app.get(SealAudit)
  expect((await audit.seal())?.heads).toBeGreaterThan(5)
  expect(await audit.seal()).toBeUndefined()
})
