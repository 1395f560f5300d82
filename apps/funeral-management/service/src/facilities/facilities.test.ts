import { routes, type GraveContractDetail, type PlotMap } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CERTIFICATE, aCremation, aDeath, aPerson, registered } from '../testing/deaths'
import { aCemetery, aCitizen, aFacility, aSale, aZone } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
let cemetery: Awaited<ReturnType<typeof aCemetery>>
beforeAll(async () => {
  office = await openOffice()
  cemetery = await aCemetery(office)
})
afterAll(() => office.close())

let deaths = 0
async function certificate(person = aPerson()): Promise<string> {
  const number = `SW-GM-${++deaths}`
  await registered(office, staff.clerk, aDeath(person, { certificate: { ...CERTIFICATE, number } }))
  return number
}
const plot = (at: number) => cemetery.plots[at]?.id ?? ''
const sell = (plotId: string, body: object, actor = staff.bureauClerk) => office.call(actor, routes.sellPlot, { params: { id: plotId }, body })
const contract = async (id: string): Promise<GraveContractDetail> => (await office.call(staff.head, routes.getGraveContract, { params: { id } })).body
const map = async (id = cemetery.zoneId): Promise<PlotMap> => (await office.call(staff.discipline, routes.getPlotMap, { params: { id } })).body
const stateOf = async (plotId: string) => (await map()).plots.find(({ id }) => id === plotId)?.state

describe('a facility', () => {
  it('is registered once with its approval', async () => {
    const body = aFacility()
    const add = (changed: object = {}) => office.call(staff.bureauClerk, routes.addFacility, { body: { ...body, ...changed } })
    expect((await add()).status).toBe(200)
    expect((await add()).body).toMatchObject({ code: 'facility-taken', errors: [{ field: 'name' }] })
    expect((await add({ name: '未来公墓', approval: { ...body.approval, approvedOn: '2026-01-01' } })).body).toMatchObject({ code: 'facility-approved-in-future' })
    expect((await add({ name: '外地公墓', divisionCode: '530112099' })).body).toMatchObject({ code: 'facility-place', errors: [{ field: 'divisionCode' }] })
  })

  it('has zones of plots within the size that is allowed', async () => {
    const add = async (changed: object) => (await office.call(staff.bureauClerk, routes.addZone, { params: { id: cemetery.id }, body: aZone({ name: '新区', version: 2, ...changed }) })).body
    expect(await add({ area: 0.51 })).toMatchObject({ code: 'zone-area', detail: expect.stringContaining('0.5 平方米'), errors: [{ field: 'area' }] })
    expect(await add({ plotKind: 'BODY_DOUBLE', area: 6.1 })).toMatchObject({ code: 'zone-area' })
    expect(await add({ name: '松柏园' })).toMatchObject({ code: 'zone-taken' })
    expect(await add({ rows: 100, columns: 31 })).toMatchObject({ code: 'invalid-input', errors: [{ field: 'columns' }] })
    const { body: hall } = await office.call(staff.bureauClerk, routes.addFacility, { body: aFacility({ kind: 'HALL' }) })
    expect((await office.call(staff.bureauClerk, routes.addZone, { params: { id: hall.id }, body: aZone() })).body).toMatchObject({ code: 'facility-without-plots' })
  })

  it('with 2,000 plots is made at once and shown row by row', async () => {
    const big = await aCemetery(office, {}, { rows: 40, columns: 50 })
    expect(big.plots).toHaveLength(2000)
    expect([big.plots[0], big.plots[50], big.plots[1999]]).toMatchObject([{ row: 1, column: 1, state: 'FREE' }, { row: 2, column: 1 }, { row: 40, column: 50 }])
    const { body } = await office.call(staff.leader, routes.getFacility, { params: { id: big.id } })
    expect(body).toMatchObject({ plots: 2000, free: 2000, zones: [{ counts: { FREE: 2000 } }] })
    expect((await office.call(staff.neighbour, routes.getFacility, { params: { id: big.id } })).status).toBe(404)
  })
})

describe('a plot', () => {
  it('that is held back is free again with a reason', async () => {
    const put = (route: typeof routes.reservePlot | typeof routes.releasePlot) => office.call(staff.bureauClerk, route, { params: { id: plot(0) }, body: { reason: '家属已预约看墓' } })
    expect((await put(routes.releasePlot)).body).toMatchObject({ code: 'plot-state', detail: expect.stringContaining('空闲') })
    expect((await put(routes.reservePlot)).status).toBe(200)
    expect((await map()).plots[0]).toMatchObject({ state: 'RESERVED', note: '家属已预约看墓' })
    expect((await put(routes.releasePlot)).status).toBe(200)
    expect(await stateOf(plot(0))).toBe('FREE')
  })

  it('is sold by a certificate that is registered here, and by no other', async () => {
    expect((await sell(plot(1), aSale('SW-没有'))).body).toMatchObject({ code: 'plot-certificate-unknown', errors: [{ field: 'certificateNumber' }] })
    const number = await certificate()
    expect((await sell(plot(1), aSale(number, { ground: 'CREMATION' }))).body).toMatchObject({ code: 'plot-certificate-unknown' })
    const { status, body } = await sell(plot(1), aSale(number))
    expect(status).toBe(200)
    expect(await contract(body.id)).toMatchObject({ state: 'ACTIVE', expiresOn: '2045-09-26', holderMasked: expect.stringMatching(/^\d{6}\*+/), priceFen: 1_280_000, deathId: expect.any(String) })
    expect(await stateOf(plot(1))).toBe('SOLD')
    expect((await sell(plot(2), aSale(number))).body).toMatchObject({ code: 'plot-user-has-one', detail: expect.stringContaining(body.number ?? '无') })
    const deathId = await registered(office, staff.clerk)
    const cremation = aCremation(null, { deathId })
    await office.call(staff.hallClerk, routes.recordCremation, { body: cremation })
    expect((await sell(plot(2), aSale(cremation.certificateNumber, { ground: 'CREMATION' }))).status).toBe(200)
  })

  it('is sold to one of two who ask at once', async () => {
    const [one, two] = [await certificate(), await certificate()]
    const answers = await Promise.all([sell(plot(3), aSale(one)), sell(plot(3), aSale(two), staff.clerk)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await expect(office.sql(`insert into grave_contract select (g).* from (select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'X', 'death_id', null, 'ground', 'ELDER', 'user_lookup', null)) g from grave_contract c limit 1) x`)).rejects.toThrow(/contract_of_plot/)
  })

  it('is sold for the living only from the age, or with proof', async () => {
    const user = (birthDate: string) => ({ name: '老人', document: aCitizen(birthDate) })
    expect((await sell(plot(4), aSale(null, { ground: 'ELDER', user: user('1945-10-01') }))).body).toMatchObject({ code: 'plot-user-too-young', detail: expect.stringContaining('79 周岁') })
    expect((await sell(plot(4), aSale(null, { ground: 'ELDER', user: user('1945-09-30') }))).status).toBe(200)
    expect((await sell(plot(5), aSale(null, { ground: 'TERMINAL_SPOUSE', user: user('1960-01-01') }))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'proof' }] })
    expect((await sell(plot(5), aSale(null, { ground: 'TERMINAL_SPOUSE', user: user('1960-01-01'), proof: '市一院病危通知书 2025-88' }))).status).toBe(200)
    expect((await sell(plot(6), aSale(null, { ground: 'ELDER' }))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'user' }] })
  })

  it('of a rural cemetery is for its villagers', async () => {
    const rural = await aCemetery(office, { kind: 'RURAL', divisionCode: '530112001002' })
    const target = rural.plots[0]?.id ?? ''
    expect((await sell(target, aSale(await certificate()))).body).toMatchObject({ code: 'plot-villagers-only', detail: expect.stringContaining('丽苑社区') })
    expect((await sell(target, aSale(null, { ground: 'ELDER', user: { name: '老人', document: aCitizen('1930-01-01') } }))).body).toMatchObject({ code: 'plot-villagers-only' })
    expect((await sell(target, aSale(await certificate({ ...aPerson(), hukouDivisionCode: '530112001002' })))).status).toBe(200)
  })
})

describe('the term of a contract', () => {
  it('is announced six months ahead, runs out, is renewed or the plot taken back', async () => {
    const { body: renewed } = await sell(plot(7), aSale(await certificate(), { signedOn: '2006-04-01' }))
    const { body: lost } = await sell(plot(8), aSale(await certificate(), { signedOn: '2006-04-02' }))
    const at = (route: Parameters<typeof office.call>[1], id: string, version: number, body: object, actor = staff.bureauClerk) => office.call(actor, route, { params: { id }, body: { version, ...body } })
    expect((await at(routes.occupyPlot, renewed.id, 1, { occupiedOn: '2025-09-26', certificateNumber: 'AZ-2025-7' })).status).toBe(200)
    expect(await stateOf(plot(7))).toBe('OCCUPIED')
    await office.advanceTo('2025-10-01')
    expect((await contract(renewed.id)).state).toBe('RENEWAL')
    expect((await contract(lost.id)).state).toBe('ACTIVE')
    await office.advanceTo('2025-10-02')
    expect((await contract(lost.id)).state).toBe('RENEWAL')
    const tasks = (await office.call(staff.bureauClerk, routes.findTasks)).body.tasks.map(({ id }) => id)
    expect(tasks).toEqual(expect.arrayContaining([renewed.id, lost.id]))
    expect((await at(routes.notifyHolder, renewed.id, 3, { notifiedOn: '2025-10-02', way: '电话告知持有人' })).status).toBe(200)
    expect((await at(routes.renewGraveContract, renewed.id, 4, { renewedOn: '2025-10-02', years: 20, priceFen: 300_000 })).status).toBe(200)
    expect(await contract(renewed.id)).toMatchObject({ state: 'ACTIVE', expiresOn: '2046-04-01', notifiedOn: null })
    expect((await at(routes.reclaimGraveContract, lost.id, 2, { reason: '到期未续，公告期满' }, staff.head)).body).toMatchObject({ code: 'action-out-of-state' })
    await office.advanceTo('2026-04-03')
    expect(await contract(lost.id)).toMatchObject({ state: 'EXPIRED', actions: ['reclaim'] })
    expect([await stateOf(plot(7)), await stateOf(plot(8))]).toEqual(['OCCUPIED', 'EXPIRED'])
    expect((await at(routes.reclaimGraveContract, lost.id, 3, { reason: '到期未续，公告期满' }, staff.head)).status).toBe(200)
    expect(await stateOf(plot(8))).toBe('RECLAIMED')
    await office.call(staff.bureauClerk, routes.releasePlot, { params: { id: plot(8) }, body: { reason: '墓位已清理完毕' } })
    expect((await sell(plot(8), aSale(await certificate()))).status).toBe(200)
  })
})
