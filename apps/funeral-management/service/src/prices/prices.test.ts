import { routes, type PriceCatalogue } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFacility } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'
import { PRICES, aHall, aPriceSheet, published } from '../testing/services'

let office: TestService
let hall: string
beforeAll(async () => {
  office = await openOffice()
  hall = await aHall(office, { name: '西山殡仪馆' })
})
afterAll(() => office.close())

const catalogue = async (on?: string): Promise<PriceCatalogue['prices']> => (await office.call(staff.discipline, routes.findPrices, { params: { id: hall }, query: on ? { on } : {} })).body.prices
const propose = (changed: object, actor = staff.bureauClerk) => office.call(actor, routes.proposePrices, { body: aPriceSheet(hall, changed) })
const [collection, , cremation] = PRICES
const newPrice = { lines: [{ ...cremation, priceFen: 50_000 }], effectiveFrom: '2025-10-15' }

describe('prices of a facility', () => {
  it('are in force from their day, once they are published', async () => {
    expect(await catalogue('2023-12-31')).toEqual([])
    expect(await catalogue()).toMatchObject([{ code: 'J01', priceFen: 28_000, publishedOn: '2023-12-20', document: '西发改价〔2023〕18号' }, { code: 'J02' }, { code: 'J03' }, { code: 'J04' }, { code: 'X01', serviceClass: 'SELECTED' }])
  })

  it('are read by anyone, without what is not for the public', async () => {
    const { body } = await office.call(null, routes.publicPrices)
    expect(body).toMatchObject({ on: '2025-09-30', facilities: [{ name: '西山殡仪馆', prices: [{ code: 'J01', priceFen: 28_000 }, {}, {}, {}, {}] }] })
    expect(Object.keys(body.facilities[0]?.prices[0] ?? {})).not.toContain('id')
  })

  it('change only by a new version that another person approves and that hangs before it is charged', async () => {
    const { body: saved } = await propose(newPrice)
    const params = { id: saved.id }
    expect((await propose(newPrice)).body).toMatchObject({ code: 'price-open', detail: expect.stringContaining('待审核') })
    const approve = (actor: typeof staff.head) => office.call(actor, routes.approvePriceSheet, { params, body: { version: 1, opinion: '同意调整' } })
    expect((await approve({ ...staff.bureauClerk, roles: ['BU_HEAD'] })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await office.call(staff.head, routes.findTasks)).body.tasks.map(({ id }) => id)).toContain(saved.id)
    expect((await approve(staff.head)).status).toBe(200)
    expect(await catalogue('2025-10-15')).toContainEqual(expect.objectContaining({ code: 'J03', priceFen: 48_000 }))
    const publish = (publishedOn: string) => office.call(staff.bureauClerk, routes.publishPriceSheet, { params, body: { version: 2, publishedOn, place: '业务大厅公示栏' } })
    expect((await publish('2025-09-29')).body).toMatchObject({ code: 'price-published-on', errors: [{ field: 'publishedOn' }] })
    expect((await publish('2025-10-01')).body).toMatchObject({ code: 'price-published-on' })
    expect((await publish('2025-09-30')).status).toBe(200)
    expect(await catalogue('2025-10-14')).toContainEqual(expect.objectContaining({ code: 'J03', priceFen: 48_000 }))
    expect(await catalogue('2025-10-15')).toContainEqual(expect.objectContaining({ code: 'J03', priceFen: 50_000 }))
    expect((await office.call(staff.head, routes.getPriceSheet, { params })).body).toMatchObject({ state: 'PUBLISHED', place: '业务大厅公示栏', lines: [{ previousFen: 48_000 }] })
  })

  it.each([
    ['不早于今日', { lines: [{ ...collection, priceFen: 1 }], effectiveFrom: '2025-09-29' }, 'price-effective', 'effectiveFrom'],
    ['晚于现行价格', { ...newPrice, effectiveFrom: '2025-10-10' }, 'price-effective', 'effectiveFrom'],
    ['没有的项目不能停止', { lines: [{ ...collection, code: 'J99', priceFen: null, isEnd: true }] }, 'price-unknown', 'lines.0.isEnd'],
    ['没有单价', { lines: [{ ...collection, code: 'J09', priceFen: null }] }, 'invalid-input', 'lines.0.priceFen'],
    ['同一编码两次', { lines: [collection, collection] }, 'invalid-input', 'lines'],
    ['选择性服务不免费', { lines: [{ ...collection, code: 'X02', serviceClass: 'SELECTED' }] }, 'invalid-input', 'lines.0.freeItem'],
    ['免费项目的单位', { lines: [{ ...collection, code: 'J08', unit: '公里' }] }, 'invalid-input', 'lines.0.unit'],
    ['没有项目', { lines: [] }, 'invalid-input', 'lines'],
  ])('are refused: %s', async (_case, changed, code, field) => {
    expect((await propose(changed)).body).toMatchObject({ code, errors: [{ field }] })
  })

  it('end with the day on which they are no longer charged', async () => {
    await published(office, hall, { lines: [{ ...collection, priceFen: null, isEnd: true }], effectiveFrom: '2025-10-20' }, '2025-09-30')
    expect((await catalogue('2025-10-19')).map(({ code }) => code)).toContain('J01')
    expect((await catalogue('2025-10-20')).map(({ code }) => code)).not.toContain('J01')
  })

  it('once published are never altered, not even past the service', async () => {
    await expect(office.sql(`update price_line set price_fen = 1 where code = 'J02'`)).rejects.toThrow(/is published/)
  })

  it('that could not be posted in time are withdrawn', async () => {
    const { body: other } = await office.call(staff.bureauClerk, routes.addFacility, { body: aFacility({ kind: 'COLUMBARIUM' }) })
    const { body: saved } = await office.call(staff.bureauClerk, routes.proposePrices, { body: aPriceSheet(other.id) })
    expect((await office.call(staff.bureauClerk, routes.withdrawPriceSheet, { params: { id: saved.id }, body: { version: 1, reason: '未能按期公示' } })).status).toBe(200)
    expect((await office.call(staff.head, routes.findPriceSheets, { query: { state: 'WITHDRAWN' } })).body.rows).toMatchObject([{ id: saved.id, items: 5 }])
    expect((await office.call(staff.neighbour, routes.findPriceSheets, { query: { facilityId: other.id } })).body.rows).toEqual([])
  })
})
