import { randomUUID } from 'node:crypto'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Note, noteContract, noteService } from '../testing/fixture'
import { someone, startTestService, type TestService } from '../testing/test-service'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { describeBreak, type AuditReport } from './audit-break'
import { canonical, chainHash } from './chain-hash'
import { SealAudit } from './seal-audit'
import { auditReportText, verifyServiceAudit } from './verify-service'

const { routes } = noteContract
const clerk = someone('ST_CLERK', '530112001')
const head = someone('BU_HEAD')
let service: TestService

beforeEach(async () => {
  service = await startTestService(noteService)
})
afterEach(() => service.close())

const seal = () => service.app.get(SealAudit).seal()

/** A note of two entries. */
async function approvedNote(): Promise<string> {
  const { body } = await service.call(clerk, routes.write, { body: { text: '今日雨', divisionCode: '530112001002' } })
  await service.call(head, routes.approve, { params: { id: body.id }, body: { version: 1 } })
  return body.id
}

const verify = (): Promise<AuditReport> => verifyServiceAudit(noteService, service.migratorUrl, service.sealsFile)

describe('an untouched audit', () => {
  it('is whole, with rows written alone and in batches, sealed as they come', async () => {
    await approvedNote()
    await seal()
    const notes = Array.from({ length: 3 }, (_, n) =>
      Object.assign(new Note(), { id: randomUUID(), text: `批量${n}`, divisionCode: '530112001002', number: `B${n}`, state: 'WRITTEN', stateSince: '2025-09-30' }),
    )
    await service.app.get(UnitOfWork).run(clerk, (work) => work.saveMany(notes, 'import', '历史数据').then(() => ({ id: notes[0]?.id ?? '', version: 1 })))
    await service.call(head, routes.approve, { params: { id: notes[0]?.id ?? '' }, body: { version: 1 } })
    expect((await seal())?.number).toBe(2)
    expect(await seal()).toBeUndefined()
    expect(await verify()).toEqual({ entries: 4, chains: 3, seals: 2, breaks: [] })
  })

  it('seals an entry that was committed late, though younger ones were sealed before', async () => {
    await approvedNote()
    const late = new Client({ connectionString: service.migratorUrl, options: '-c search_path=notes' })
    await late.connect()
    await late.query('begin')
    const entry = { subjectType: 'other-batch', subjectId: randomUUID(), seq: 1, divisionCode: '530112', action: 'late', actorId: 'a', actorName: '甲', actorRoles: ['SERVICE'], at: '2025-09-30T00:00:00.123Z', businessDate: '2025-09-30', requestId: 'r', summary: { b: 1, a: [null, 'x'] } }
    await late.query(
      `insert into audit_entry (subject_type, subject_id, seq, division_code, action, actor_id, actor_name, actor_roles, at, business_date, request_id, summary, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', $13)`,
      [...Object.values(entry).slice(0, 11), JSON.stringify(entry.summary), chainHash('', entry)],
    )
    await approvedNote()
    expect((await seal())?.heads).toBe(2)
    await late.query('commit')
    await late.end()
    expect((await seal())?.heads).toBe(1)
    expect((await verify()).breaks).toEqual([])
  })

  it('keeps its file whole over an interruption', async () => {
    await approvedNote()
    await seal()
    await appendFile(service.sealsFile, '{"line":"notes","numb')
    await approvedNote()
    await seal()
    expect(await verify()).toMatchObject({ seals: 2, breaks: [] })
    await writeFile(service.sealsFile, (await readFile(service.sealsFile, 'utf8')).split('\n').slice(0, 1).join('\n'))
    expect((await verify()).breaks).toEqual([{ kind: 'seal-not-in-file', seal: 2 }])
  })
})

describe('tampering is reported where it happened', () => {
  const tamper = async (sql: string, ...parameters: unknown[]) => {
    await service.sql(`set session_replication_role = replica`)
    await service.sql(sql, parameters)
  }

  it.each([
    [`action = 'x'`, 'entry-altered'],
    [`actor_name = '他人'`, 'entry-altered'],
    [`summary = '{}'`, 'entry-altered'],
    [`at = at + interval '1 microsecond'`, 'entry-altered'],
    [`business_date = business_date - 1`, 'entry-altered'],
    [`actor_roles = '{DIRECTOR}'`, 'entry-altered'],
    [`division_code = '530112009'`, 'entry-altered'],
  ])('an entry with %s', async (change, kind) => {
    const id = await approvedNote()
    await tamper(`update audit_entry set ${change} where subject_id = $1 and seq = 2`, id)
    expect((await verify()).breaks).toEqual([{ kind, subjectType: 'note', subjectId: id, seq: 2 }])
  })

  it('an entry taken out of the middle, the first, or the last', async () => {
    const id = await approvedNote()
    await tamper(`delete from audit_entry where subject_id = $1 and seq = 1`, id)
    expect((await verify()).breaks).toEqual([{ kind: 'entry-missing', subjectType: 'note', subjectId: id, seq: 1 }])
    const other = await approvedNote()
    await tamper(`delete from audit_entry where subject_id = $1 and seq = 2`, other)
    expect((await verify()).breaks).toContainEqual({ kind: 'head-differs', subjectType: 'note', subjectId: other })
  })

  it('a row changed or removed behind the audit', async () => {
    const id = await approvedNote()
    await tamper(`update note set audit_seq = 1, audit_head = (select hash from audit_entry where subject_id = $1 and seq = 1) where id = $1`, id)
    expect((await verify()).breaks).toEqual([{ kind: 'head-differs', subjectType: 'note', subjectId: id }])
    await tamper(`delete from note where id = $1`, id)
    expect((await verify()).breaks).toEqual([{ kind: 'row-missing', subjectType: 'note', subjectId: id }])
  })

  it('a chain rewritten whole after it was sealed, even with every hash made anew', async () => {
    const id = await approvedNote()
    const { number = 0 } = (await seal()) ?? {}
    const [last] = await service.sql<{ prev_hash: string; content: string }>(`select prev_hash, summary::text as content from audit_entry where subject_id = $1 and seq = 2`, [id])
    const entry = { subjectType: 'note', subjectId: id, seq: 2, divisionCode: '530112001002', action: 'approve', actorId: 'x', actorName: '冒名', actorRoles: ['DIRECTOR'], at: '2025-09-30T01:00:00.000Z', businessDate: '2025-09-30', requestId: 'x', summary: {} }
    const forged = chainHash(last?.prev_hash ?? '', entry)
    await tamper(`update audit_entry set actor_id = 'x', actor_name = '冒名', actor_roles = '{DIRECTOR}', at = '2025-09-30T01:00:00Z', business_date = '2025-09-30', request_id = 'x', summary = '{}', hash = $2 where subject_id = $1 and seq = 2`, id, forged)
    await tamper(`update note set audit_head = $2 where id = $1`, id, forged)
    const where = { subjectType: 'note', subjectId: id, seq: 2, seal: number }
    expect((await verify()).breaks).toEqual([{ kind: 'sealed-entry-differs', ...where }])
    await tamper(`update audit_seal_head set hash = $2 where subject_id = $1`, id, forged)
    expect((await verify()).breaks).toEqual([{ kind: 'seal-heads-differ', seal: number }])
    await tamper(`delete from audit_entry where subject_id = $1`, id)
    expect((await verify()).breaks.map(({ kind }) => kind)).toEqual(['head-differs', 'sealed-entry-missing', 'seal-heads-differ'])
  })

  it('a seal altered, removed or replaced in the file', async () => {
    for (let n = 0; n < 3; n++) {
      await approvedNote()
      await seal()
    }
    const text = await readFile(service.sealsFile, 'utf8')
    const lines = text.trimEnd().split('\n')
    const file = async (...kept: (string | undefined)[]) => {
      await writeFile(service.sealsFile, `${kept.join('\n')}\n`)
      return (await verify()).breaks
    }
    expect(await file(lines[0], lines[2])).toEqual([{ kind: 'seal-missing', seal: 2 }])
    expect(await file(lines[0], lines[1]?.replace('"heads":1', '"heads":2'), lines[2])).toEqual([{ kind: 'seal-altered', seal: 2 }])
    expect(await file(lines[0], 'destroyed', lines[2])).toEqual([{ kind: 'seal-missing', seal: 2 }])
    expect(await file(...lines, lines[2])).toEqual([])
    await writeFile(service.sealsFile, text)
    await tamper(`delete from audit_seal where number = 3`)
    expect((await verify()).breaks).toEqual([{ kind: 'seal-not-in-database', seal: 3 }])
  })
})

describe('canonical JSON', () => {
  it('is the same after storing, whatever the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonical(JSON.parse(JSON.stringify(value))) === canonical(value)))
    expect(canonical({ b: 1, a: { d: undefined, c: new Date(0) } })).toBe('{"a":{"c":"1970-01-01T00:00:00.000Z"},"b":1}')
    expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }))
    expect(canonical(undefined)).toBe('null')
  })
})

it('a break is said in Chinese with its record', () => {
  expect(auditReportText('便条', { entries: 3, chains: 2, seals: 1, breaks: [] })).toBe('便条：审计记录 3 条，链 2 条，封存 1 次，全部一致。')
  expect(auditReportText('便条', { entries: 3, chains: 2, seals: 1, breaks: [{ kind: 'seal-missing', seal: 7 }] })).toContain('发现 1 处不一致：\n  封存第 7 号')
  expect(describeBreak({ kind: 'entry-altered', subjectType: 'note', subjectId: 'x', seq: 2 })).toBe('note x 第 2 条：审计记录内容被改动')
  expect(describeBreak({ kind: 'seal-missing', seal: 7 })).toBe('封存第 7 号：缺少封存记录')
})
