import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCremation, aDeath, aPerson, eventsOf, registered, toldByHall } from '../testing/deaths'
import { openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const record = (body: object, actor = staff.hallClerk) => office.call(actor, routes.recordCremation, { body })
const cremation = async (id: string) => (await office.call(staff.head, routes.getCremation, { params: { id } })).body
const death = async (id: string) => (await office.call(staff.head, routes.getDeath, { params: { id } })).body

describe('a cremation', () => {
  it('of somebody not yet registered tells the death in the same work', async () => {
    const { body: saved } = await record(aCremation(toldByHall(aPerson('初登记'))))
    const { deathId, ...shown } = await cremation(saved.id)
    expect(shown).toMatchObject({ deceasedName: '初登记', crematedAt: expect.stringMatching(/^2025-09-22T(10:20:00\+08|02:20:00\+00):00$/), ashReceiver: '李建军', ashReceiverPhoneMasked: '138****5678', ashes: 'ASH_KEPT' })
    expect(await eventsOf(office, deathId)).toMatchObject([{ type: 'person.died', payload: { deathId, revision: 1, source: 'CREMATION' } }])
    expect(await death(deathId)).toMatchObject({ source: 'CREMATION', cremated: true, cremation: { number: saved.number }, reports: [{ source: 'CREMATION', reference: saved.number }] })
    const [row] = await office.sql<{ same: boolean }>(`select d.xmin = c.xmin and c.xmin = o.xmin as same from cremation c join death d on d.id = c.death_id join outbox o on o.envelope->'payload'->>'deathId' = d.id::text where c.id = $1`, [saved.id])
    expect(row).toEqual({ same: true })
  })

  it('of a registered death is a second source that tells nothing new', async () => {
    const deathId = await registered(office, staff.clerk)
    expect((await record(aCremation(null, { deathId }))).status).toBe(200)
    expect(await eventsOf(office, deathId)).toHaveLength(1)
    expect((await death(deathId)).reports.map(({ source }) => source)).toEqual(['REGISTRATION', 'CREMATION'])
  })

  it('that dates the death otherwise makes it disputed; the head decides, and the day decided is told', async () => {
    const person = aPerson('日期不一')
    const deathId = await registered(office, staff.clerk, aDeath(person))
    expect((await record(aCremation(toldByHall(person, { diedOn: '2025-09-21' })))).status).toBe(200)
    expect(await death(deathId)).toMatchObject({ state: 'DISPUTED', diedOn: '2025-09-20', dueOn: '2025-10-21' })
    const settle = (actor: typeof staff.head, body: object) => office.call(actor, routes.settleDeath, { params: { id: deathId }, body: { version: 2, reason: '以死亡证明为准', ...body } })
    expect((await settle(staff.bureauClerk, { diedOn: '2025-09-21' })).status).toBe(403)
    expect((await settle(staff.head, { diedOn: '2025-09-22' })).body).toMatchObject({ code: 'death-settle-date' })
    expect((await settle(staff.head, { diedOn: '2025-09-21' })).status).toBe(200)
    expect((await eventsOf(office, deathId)).map(({ type, payload }) => [type, payload.revision, payload.diedOn])).toEqual([['person.died', 1, '2025-09-20'], ['person.death-disputed', 2, '2025-09-20'], ['person.died', 3, '2025-09-21']])
  })

  it('whichever source comes first opens the death, and the other merges into it', async () => {
    const person = aPerson('先火化')
    const { body: saved } = await record(aCremation(toldByHall(person)))
    const { deathId } = await cremation(saved.id)
    expect(await registered(office, staff.clerk, aDeath(person))).toBe(deathId)
    expect(await death(deathId)).toMatchObject({ source: 'CREMATION', informantName: '李建军', revision: 1 })
  })

  it.each([
    ['火化早于接运', { crematedAt: '2025-09-21 08:30' }, 'cremation-times', 'crematedAt'],
    ['接运早于死亡', { collectedAt: '2025-09-19 08:30' }, 'cremation-times', 'collectedAt'],
    ['来日火化', { crematedAt: '2025-10-02 08:30' }, 'cremation-times', 'crematedAt'],
    ['没有的日期', { crematedAt: '2025-09-31 08:30' }, 'cremation-times', 'crematedAt'],
    ['时间写法', { crematedAt: '明天' }, 'invalid-input', 'crematedAt'],
    ['没有领取人', { ashReceiver: '' }, 'invalid-input', 'ashReceiver'],
    ['没有逝者', { death: null }, 'invalid-input', 'death'],
  ])('is refused and nobody is registered: %s', async (_case, changed, code, field) => {
    const before = await office.sql('select count(*) from death')
    expect((await record(aCremation(toldByHall(), changed))).body).toMatchObject({ code, errors: [{ field }] })
    expect(await office.sql('select count(*) from death')).toEqual(before)
  })

  it('is recorded once, under a certificate of its own', async () => {
    const deathId = await registered(office, staff.clerk)
    await record(aCremation(null, { deathId, certificateNumber: 'KMHH-9' }))
    expect((await record(aCremation(null, { deathId }))).body).toMatchObject({ code: 'cremation-known' })
    expect((await record(aCremation(toldByHall(), { certificateNumber: 'KMHH-9' }))).body).toMatchObject({ code: 'cremation-certificate-taken' })
  })
})

describe('a correction of a cremation', () => {
  const propose = async (id: string, changed: object, actor = staff.hallClerk, version = 1) =>
    office.call(actor, routes.proposeCremationChange, { params: { id }, body: { version, corrected: { ...(await cremation(id)).written, ...changed }, reason: '与火化登记簿不一致' } })
  const decide = (route: typeof routes.approveCremationChange, id: string, actor = staff.head) => office.call(actor, route, { params: { id }, body: { version: 1, opinion: '与登记簿核对一致' } })
  const recorded = async (): Promise<string> => (await record(aCremation(toldByHall()))).body.id

  it('is in force when another person approves, and the record stands until then', async () => {
    const id = await recorded()
    expect((await propose(id, { furnace: '5', crematedAt: '2025-09-22 11:40' })).status).toBe(200)
    const { changes, furnace, mayPropose } = (await office.call(staff.hallClerk, routes.getCremation, { params: { id } })).body
    expect({ furnace, mayPropose }).toEqual({ furnace: '3', mayPropose: false })
    expect(changes).toMatchObject([{ content: '火化炉号“3”改为“5”；火化时间“2025-09-22 10:20”改为“2025-09-22 11:40”', stateLabel: '待审核', actions: [] }])
    expect((await propose(id, { furnace: '6' })).body).toMatchObject({ code: 'cremation-change-open' })
    const change = changes[0]?.id ?? ''
    expect((await office.call(staff.head, routes.findTasks)).body.tasks.find(({ path }) => path.endsWith(id))).toMatchObject({ detail: expect.stringContaining('火化记录更正') })
    expect((await decide(routes.approveCremationChange, change, { ...staff.hallClerk, roles: ['BU_HEAD'] })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await decide(routes.approveCremationChange, change)).status).toBe(200)
    expect(await cremation(id)).toMatchObject({ version: 2, furnace: '5', written: { crematedAt: '2025-09-22 11:40' }, changes: [{ stateLabel: '已生效' }] })
  })

  it.each([
    ['没有改动', {}, 'cremation-change-nothing'],
    ['火化早于接运', { crematedAt: '2025-09-21 08:00' }, 'cremation-times'],
    ['来日', { crematedAt: '2025-10-01 08:00' }, 'cremation-times'],
    ['没有领取人', { ashReceiver: '' }, 'invalid-input'],
  ])('is refused: %s', async (_case, changed, code) => {
    expect((await propose(await recorded(), changed)).body).toMatchObject({ code })
  })

  it('does not take the certificate of another cremation, and one sent back changes nothing', async () => {
    const [id, other] = [await recorded(), await recorded()]
    expect((await propose(id, { certificateNumber: (await cremation(other)).certificateNumber })).body).toMatchObject({ code: 'cremation-certificate-taken', errors: [{ field: 'corrected.certificateNumber' }] })
    await propose(id, { hall: '跑马山殡仪馆' })
    const [change] = (await cremation(id)).changes
    expect((await office.call(staff.head, routes.rejectCremationChange, { params: { id: change?.id ?? '' }, body: { version: 1, reason: '登记簿记载无误' } })).status).toBe(200)
    expect(await cremation(id)).toMatchObject({ version: 1, hall: '昆明市西郊殡仪馆', mayPropose: false, changes: [{ stateLabel: '已退回', opinion: '登记簿记载无误' }] })
    expect((await office.call(staff.hallClerk, routes.getCremation, { params: { id } })).body.mayPropose).toBe(true)
  })
})

it('the rate counts residents of the cremation areas by the day of death', async () => {
  for (const [hukouDivisionCode, cremated, ethnicity] of [['530112001001', true, null], ['530112001001', false, '03'], ['530112002001', true, null], ['530102', true, null]] as const) {
    const person = { ...aPerson(), hukouDivisionCode, ethnicity }
    if (cremated) await record(aCremation(toldByHall(person, { diedOn: '2024-05-01' }), { collectedAt: '2024-05-02 08:00', crematedAt: '2024-05-03 08:00' }))
    else await registered(office, staff.bureauClerk, aDeath(person, { diedOn: '2024-05-02' }))
  }
  expect((await office.call(staff.head, routes.cremationRate, { query: { from: '2024-01-01', to: '2024-12-31' } })).body).toMatchObject({
    rate: 66.67, cremated: 2, deaths: 3, mayBeBuried: 1, streets: [{ name: '西苑街道', cremated: 1, deaths: 2 }, { name: '马街街道', cremated: 1, deaths: 1 }],
  })
  expect((await office.call(staff.head, routes.cremationRate, { query: { from: '2023-01-01', to: '2023-12-31' } })).body).toMatchObject({ rate: null, deaths: 0 })
})
