import { routes, type DispositionDetail, type DispositionKind } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDeath, aPerson, registered } from '../testing/deaths'
import { aDisposition } from '../testing/dispositions'
import { aCemetery } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'
import { PICTURE } from '../testing/picture'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const record = (body: object, actor = staff.bureauClerk) => office.call(actor, routes.recordDisposition, { body })
const detail = async (id: string, actor = staff.head): Promise<DispositionDetail> => (await office.call(actor, routes.getDisposition, { params: { id } })).body
const indicator = async (asOf?: string) => (await office.call(staff.director, routes.findIndicators, { query: asOf ? { asOf } : {} })).body.indicators.find(({ number }) => number === 18)
const listed = async (query: object) => (await office.call(staff.discipline, routes.findDispositions, { query: { limit: 100, ...query } })).body.rows.map(({ id }) => id)
const stranger = (name: string) => {
  const { name: as, document } = aPerson(name)
  return { name: as, document }
}

describe('indicator 18', () => {
  const RECORDED: [kind: DispositionKind, day: string][] = []

  it('has no number while nobody was buried, and temporary keeping is none', async () => {
    expect(await indicator()).toMatchObject({ value: null })
    await record(aDisposition(stranger('寄存人'), { kind: 'TEMPORARY', disposedOn: '2025-01-05' }))
    expect(await indicator()).toMatchObject({ value: null })
  })

  it('is what a count by hand makes of any set of burials on any day', async () => {
    const ECO = ['STORAGE', 'TREE', 'FLOWER', 'LAWN', 'SMALL_PLOT', 'DEEP', 'SCATTER']
    const burials = fc.sample(fc.tuple(fc.constantFrom<DispositionKind>('STORAGE', 'TREE', 'FLOWER', 'LAWN', 'SMALL_PLOT', 'DEEP', 'SCATTER', 'PLOT', 'PLOT', 'TEMPORARY'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 28 })), { numRuns: 40, seed: 18 })
    for (const [kind, month, day] of burials) {
      const disposedOn = `2025-0${month}-${String(day).padStart(2, '0')}`
      const { status, body } = await record(aDisposition(stranger('安葬人'), { kind, disposedOn, remains: kind === 'DEEP' ? 'BODY' : 'ASHES' }))
      expect([status, body]).toEqual([200, expect.anything()])
      RECORDED.push([kind, disposedOn])
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 28 }), async (month, day) => {
        const asOf = `2025-0${month}-${String(day).padStart(2, '0')}`
        const due = RECORDED.filter(([kind, on]) => kind !== 'TEMPORARY' && on <= asOf)
        const eco = due.filter(([kind]) => ECO.includes(kind)).length
        const answer = await indicator(asOf)
        expect(answer?.value).toBe(due.length === 0 ? null : Math.round((eco * 10_000) / due.length) / 100)
        expect(answer?.components.filter(({ key }) => key).reduce((total, { value }) => total + value, 0)).toBe(due.length)
      }),
      { numRuns: 15 },
    )
    expect(await indicator('2024-12-31')).toMatchObject({ value: null })
  })

  it('shows each burial behind its component, without the name', async () => {
    const page = async (query: object) => (await office.call(staff.director, routes.findIndicatorRecords, { params: { number: '18' }, query: { limit: 7, ...query } })).body
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const { rows, next } = await page({ component: 'PLOT', ...(after ? { after } : {}) })
      seen.push(...rows.map(({ id }) => id))
      for (const row of rows) expect(row).toMatchObject({ title: '安**', component: '传统墓位', path: `/funeral-management/dispositions/${row.id}` })
      after = next
    }
    expect(new Set(seen).size).toBe(RECORDED.filter(([kind]) => kind === 'PLOT').length)
    expect((await page({ component: 'TEMPORARY' })).rows).toEqual([])
  })
})

describe('a disposition', () => {
  it('of a registered death is of its street, whether one comes from the death or by the number', async () => {
    const person = aPerson('有登记')
    const deathId = await registered(office, staff.clerk, aDeath(person))
    const { body } = await record(aDisposition({ name: person.name, document: person.document }))
    expect(await detail(body.id, staff.clerk)).toMatchObject({ deathId, deceasedName: '有登记', eco: true, state: 'STANDING' })
    expect((await record(aDisposition(null, { deathId }))).body).toMatchObject({ code: 'disposition-known', detail: expect.stringContaining(body.number ?? '无') })
    expect((await office.call(staff.neighbour, routes.getDisposition, { params: { id: body.id } })).status).toBe(404)
    expect((await record(aDisposition({ name: '别名', document: person.document }))).body).toMatchObject({ code: 'disposition-name', errors: [{ field: 'person.name' }] })
  })

  it('names the facility where it is one of those registered', async () => {
    const { id: facilityId } = await aCemetery(office, { name: '安放公墓' })
    const { body } = await record(aDisposition(stranger('在公墓'), { facilityId }))
    expect(await detail(body.id)).toMatchObject({ facility: { id: facilityId, name: '安放公墓' }, place: '西山公墓树葬区' })
    expect((await record(aDisposition(stranger('无此公墓'), { facilityId: body.id }))).status).toBe(404)
  })

  it('is refused where it cannot be', async () => {
    const deathId = await registered(office, staff.clerk)
    const refused = async (changed: object) => (await record(aDisposition(null, { deathId, ...changed }))).body
    expect(await refused({ disposedOn: '2025-09-19' })).toMatchObject({ code: 'disposition-date', errors: [{ field: 'disposedOn' }] })
    expect(await refused({ disposedOn: '2025-10-01' })).toMatchObject({ code: 'disposition-date' })
    expect(await refused({ kind: 'DEEP', remains: 'ASHES' })).toMatchObject({ code: 'invalid-input', errors: [{ field: 'remains' }] })
    expect((await record(aDisposition(null))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'person' }] })
    const { body: first } = await record(aDisposition(null, { deathId, certificateNumber: 'AZ-1' }))
    expect((await record(aDisposition(stranger('另一人'), { certificateNumber: 'AZ-1' }))).body).toMatchObject({ code: 'disposition-certificate-taken', detail: expect.stringContaining(first.number ?? '无') })
  })

  it('that two clerks record at once is recorded once', async () => {
    const deathId = await registered(office, staff.clerk)
    const answers = await Promise.all([record(aDisposition(null, { deathId })), record(aDisposition(null, { deathId }), staff.clerk)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('of a death that was a mistake counts no more', async () => {
    const deathId = await registered(office, staff.clerk)
    const before = (await indicator())?.components.find(({ key }) => key === 'LAWN')?.value ?? 0
    const { body } = await record(aDisposition(null, { deathId, kind: 'LAWN' }))
    const lawns = async () => (await indicator())?.components.find(({ key }) => key === 'LAWN')?.value
    expect(await lawns()).toBe(before + 1)
    const { body: change } = await office.call(staff.bureauClerk, routes.proposeDeathChange, { params: { id: deathId }, body: { version: 1, kind: 'REVOCATION', reason: '公安机关来函确认误登记' } })
    await office.call(staff.clerk, routes.addDeathPaper, { params: { id: deathId }, body: { kind: 'CHANGE_PROOF' }, file: { name: '来函.png', type: 'image/png', bytes: PICTURE } })
    expect((await office.call(staff.head, routes.approveDeathChange, { params: { id: change.id }, body: { version: 1, opinion: '同意撤销' } })).status).toBe(200)
    expect(await lawns()).toBe(before)
    expect((await detail(body.id)).state).toBe('STANDING')
  })
})

describe('temporary keeping', () => {
  it('is free for a time, shown when it lasts longer, and ended by the burial', async () => {
    const [long, short] = [stranger('久存人'), stranger('新存人')]
    const { body: kept } = await record(aDisposition(long, { kind: 'TEMPORARY', disposedOn: '2024-08-31' }))
    const { body: fresh } = await record(aDisposition(short, { kind: 'TEMPORARY', disposedOn: '2024-09-30' }))
    expect(await listed({ overdue: 'true' })).toEqual([kept.id])
    expect(await detail(kept.id)).toMatchObject({ freeUntil: '2025-08-31', daysOver: 30, eco: false })
    expect(await detail(fresh.id)).toMatchObject({ freeUntil: '2025-09-30', daysOver: 0 })
    expect((await record(aDisposition(long, { kind: 'TEMPORARY' }))).body).toMatchObject({ code: 'disposition-kept' })
    await record(aDisposition(long, { kind: 'SCATTER', handler: '赵家属' }))
    expect(await detail(kept.id)).toMatchObject({ state: 'ENDED', endedOn: '2025-09-25', receiver: '赵家属', mayEnd: false })
    const end = (endedOn: string, version = 1) => office.call(staff.bureauClerk, routes.endKeeping, { params: { id: fresh.id }, body: { version, endedOn, receiver: '钱家属' } })
    expect((await end('2024-09-01')).body).toMatchObject({ code: 'disposition-date', errors: [{ field: 'endedOn' }] })
    expect((await end('2025-09-30')).status).toBe(200)
    expect((await end('2025-09-30', 2)).body).toMatchObject({ code: 'disposition-state', detail: expect.stringContaining('寄存已结束') })
  })
})

describe('a correction', () => {
  const resting = { kind: 'FLOWER', remains: 'ASHES', disposedOn: '2025-09-24', place: '西山公墓花坛', certificateNumber: 'GZ-900' }
  const propose = (id: string, body: object, actor = staff.bureauClerk) => office.call(actor, routes.proposeDispositionChange, { params: { id }, body: { version: 1, kind: 'CORRECTION', corrected: resting, reason: '经办录入有误', ...body } })

  it('is in force when another person approves', async () => {
    const { body } = await record(aDisposition(stranger('待更正')))
    expect((await propose(body.id, { corrected: { ...resting, kind: 'TEMPORARY' } })).body).toMatchObject({ code: 'disposition-change-kind' })
    const { body: change } = await propose(body.id, {})
    expect((await propose(body.id, {})).body).toMatchObject({ code: 'disposition-change-open' })
    expect(await detail(body.id)).toMatchObject({ kind: 'TREE', changes: [{ content: expect.stringContaining('安放方式“树葬”改为“花葬”'), actions: ['approve', 'reject'] }] })
    const tasks = (await office.call(staff.head, routes.findTasks)).body.tasks
    expect(tasks).toContainEqual(expect.objectContaining({ id: body.id, title: '待更正' }))
    const approve = (actor: typeof staff.head) => office.call(actor, routes.approveDispositionChange, { params: { id: change.id }, body: { version: 1, opinion: '核对属实，同意' } })
    expect((await approve({ ...staff.bureauClerk, roles: ['BU_HEAD'] })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await approve(staff.head)).status).toBe(200)
    expect(await detail(body.id)).toMatchObject({ kind: 'FLOWER', place: '西山公墓花坛', version: 2, changes: [{ state: 'APPROVED', decidedBy: '尹绍林' }] })
    expect((await propose(body.id, { version: 2 })).body).toMatchObject({ code: 'disposition-change-nothing' })
  })

  it('or a revocation makes room for the right record', async () => {
    const person = stranger('误登记')
    const { body } = await record(aDisposition(person))
    const { body: change } = await propose(body.id, { kind: 'REVOCATION', corrected: null })
    await office.call(staff.head, routes.approveDispositionChange, { params: { id: change.id }, body: { version: 1, opinion: '核对属实，同意' } })
    expect(await detail(body.id)).toMatchObject({ state: 'REVOKED', mayPropose: false })
    expect((await record(aDisposition(person))).status).toBe(200)
    expect(await listed({ state: 'REVOKED', q: '误登记' })).toEqual([body.id])
  })
})
