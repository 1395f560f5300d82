import { routes, type BillDetail } from '@xishan/funeral-management-contract'
import { readPdf, type TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../testing/deaths'
import { openOffice, staff } from '../testing/office'
import { PRICES, SUBSISTENCE, aBill, aHall, issued, published } from '../testing/services'

let office: TestService
let hall: string
beforeAll(async () => {
  office = await openOffice()
  hall = await aHall(office)
})
afterAll(() => office.close())

const somebody = () => registered(office, staff.bureauClerk)
const record = (body: object) => office.call(staff.hallClerk, routes.recordBill, { body })
const bill = async (id: string): Promise<BillDetail> => (await office.call(staff.discipline, routes.getBill, { params: { id } })).body
const issue = (id: string, version = 1) => office.call(staff.hallClerk, routes.issueBill, { params: { id }, body: { version } })
const reverse = (id: string, actor = staff.head) => office.call(actor, routes.reverseBill, { params: { id }, body: { version: 2, reason: '登记错了逝者' } })
const storage = (quantity: number, serviceOn = '2025-09-21') => ({ lines: [{ code: 'J02', serviceOn, quantity }] })

describe('a bill', () => {
  it('is made of published items at the price of the day, and adds up', async () => {
    const { body: saved } = await record(aBill(await somebody(), hall))
    expect(await bill(saved.id)).toMatchObject({ state: 'DRAFT', billNumber: null, grossFen: 28_000 + 45_000 + 48_000 + 80_050, freeFen: 0, dueFen: 201_050, lines: [{ unitFen: 28_000 }, { grossFen: 45_000 }, {}, { serviceClass: 'SELECTED' }] })
    expect((await office.call(staff.hallClerk, routes.findTasks)).body.tasks.map(({ id }) => id)).toContain(saved.id)
    expect((await issue(saved.id)).status).toBe(200)
    expect(await bill(saved.id)).toMatchObject({ state: 'ISSUED', billNumber: expect.stringMatching(/^XS-FMSI-2025-\d{6}$/), issuedOn: '2025-09-30', dueFen: 201_050 })
    expect((await office.call(staff.finance, routes.findBills, { query: { q: (await bill(saved.id)).billNumber ?? '' } })).body.rows).toMatchObject([{ id: saved.id }])
  })

  it.each([
    ['价目外的项目', { lines: [{ code: 'X99', serviceOn: '2025-09-21', quantity: 1 }] }, 'bill-item-unlisted', 'lines.0.code'],
    ['早于死亡', storage(1, '2025-09-19'), 'bill-service-date', 'lines.0.serviceOn'],
    ['来日的服务', storage(1, '2025-10-01'), 'bill-service-date', 'lines.0.serviceOn'],
    ['没有依据的减免', { freeClass: 'ORPHAN' }, 'invalid-input', 'evidence'],
    ['身份已查明', { freeClass: 'UNIDENTIFIED', evidence: '公安机关证明' }, 'bill-free-class', 'freeClass'],
    ['未惠及全体居民', { freeClass: 'RESIDENT', evidence: '户口簿复印件' }, 'bill-free-class', 'freeClass'],
    ['没有项目', { lines: [] }, 'invalid-input', 'lines'],
  ])('is refused: %s', async (_case, changed, code, field) => {
    expect((await record(aBill(await somebody(), hall, changed))).body).toMatchObject({ code, errors: [{ field }] })
  })

  it('takes no item that is only proposed, nor one of another facility', async () => {
    const other = await aHall(office)
    await published(office, other, { lines: [{ ...PRICES[4], code: 'X50' }] }, '2023-12-20')
    expect((await record(aBill(await somebody(), hall, { lines: [{ code: 'X50', serviceOn: '2025-09-21', quantity: 1 }] }))).body).toMatchObject({ code: 'bill-item-unlisted', detail: expect.stringContaining('X50') })
    await office.call(staff.bureauClerk, routes.proposePrices, { body: { facilityId: hall, effectiveFrom: '2024-01-01', document: '西发改价〔2023〕19号', lines: [{ ...PRICES[4], code: 'X51' }] } })
    expect((await record(aBill(await somebody(), hall, { lines: [{ code: 'X51', serviceOn: '2025-09-21', quantity: 1 }] }))).body).toMatchObject({ code: 'bill-item-unlisted' })
  })

  it('is changed and discarded only before it is issued', async () => {
    const { body: saved } = await record(aBill(await somebody(), hall))
    const { deathId: _death, facilityId: _hall, ...facts } = aBill('', hall, storage(2))
    const change = (version: number) => office.call(staff.hallClerk, routes.changeBill, { params: { id: saved.id }, body: { ...facts, version } })
    expect((await change(1)).status).toBe(200)
    expect(await bill(saved.id)).toMatchObject({ grossFen: 18_000, lines: [{ quantity: 2 }] })
    expect((await change(1)).body).toMatchObject({ code: 'stale-version' })
    await issue(saved.id, 2)
    expect((await change(3)).body).toMatchObject({ code: 'bill-not-draft' })
    const { body: dropped } = await record(aBill(await somebody(), hall))
    expect((await office.call(staff.hallClerk, routes.discardBill, { params: { id: dropped.id }, body: { version: 1, reason: '重复登记了' } })).status).toBe(200)
  })

  it('is printed for the family', async () => {
    const id = await issued(office, await somebody(), hall, SUBSISTENCE)
    const print = (format: 'pdf' | 'docx') => office.call(staff.finance, routes.printBill, { params: { id }, query: { format } })
    expect((await print('docx')).status).toBe(200)
    const paper = readPdf((await print('pdf')).body).pages.join('').replaceAll(/\s/g, '')
    for (const words of ['殡葬服务费用清单', 'J02遗体冷藏存放', '低保对象，依据：低保证5301120001234', '980.50元（大写：玖佰捌拾元伍角整）']) expect(paper).toContain(words)
  })
})

describe('basic items that are free', () => {
  it('are reduced line by line within their limits, with cause and evidence', async () => {
    const { body: saved } = await record(aBill(await somebody(), hall, SUBSISTENCE))
    expect(await bill(saved.id)).toMatchObject({
      freeFen: 28_000 + 27_000 + 48_000, dueFen: 18_000 + 80_050,
      lines: [{ freeFen: 28_000, freeCause: '低保对象：低保证 5301120001234' }, { freeQuantity: 3, freeFen: 27_000 }, { freeFen: 48_000 }, { freeFen: 0, freeCause: '' }],
    })
  })

  it('are free once for a person, over all bills; what was taken back is free again', async () => {
    const deathId = await somebody()
    const first = await issued(office, deathId, hall, { ...SUBSISTENCE, ...storage(2) })
    const second = await issued(office, deathId, hall, { ...SUBSISTENCE, ...storage(2) })
    expect([(await bill(first)).freeFen, (await bill(second)).freeFen]).toEqual([18_000, 9_000])
    await reverse(first)
    const basis = (await office.call(staff.hallClerk, routes.getBillBasis, { params: { id: hall, deathId } })).body
    expect(basis).toMatchObject({ classes: ['SUBSISTENCE', 'EXTREME_HARDSHIP', 'ORPHAN', 'ENTITLED'], allowances: { STORAGE: { quantity: 2, fen: 21_000 } } })
  })

  it('are not issued otherwise than they were seen', async () => {
    const deathId = await somebody()
    const { body: drafted } = await record(aBill(deathId, hall, { ...SUBSISTENCE, ...storage(3) }))
    await issued(office, deathId, hall, { ...SUBSISTENCE, ...storage(3) })
    expect((await issue(drafted.id)).body).toMatchObject({ code: 'bill-outdated', detail: expect.stringContaining('270.00') })
    expect(await bill(drafted.id)).toMatchObject({ state: 'DRAFT', freeFen: 27_000 })
  })

  it('may be free for all residents by a parameter', async () => {
    const generous = await openOffice({ 'funeral.service.free-for-residents': true })
    const facility = await aHall(generous)
    const id = await issued(generous, await registered(generous, staff.bureauClerk), facility, { freeClass: 'RESIDENT', evidence: '户口簿复印件' })
    expect((await generous.call(staff.head, routes.getBill, { params: { id } })).body).toMatchObject({ freeFen: 103_000 })
    await generous.close()
  })
})

describe('an issued bill', () => {
  it('is taken back by a bill of the opposite amounts, by another person', async () => {
    const id = await issued(office, await somebody(), hall, SUBSISTENCE)
    expect((await reverse(id, { ...staff.hallClerk, roles: ['BU_HEAD'] })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await reverse(id)).status).toBe(200)
    const [before, { reversedBy }] = [await bill(id), await bill(id)]
    const reversal = await bill(reversedBy?.id ?? '')
    expect(before).toMatchObject({ state: 'REVERSED', grossFen: 201_050, freeFen: 103_000 })
    expect(reversal).toMatchObject({ state: 'REVERSAL', grossFen: -201_050, freeFen: -103_000, dueFen: -98_050, reverses: { id }, actions: [], lines: [{ quantity: -1 }, { freeQuantity: -3 }, {}, {}] })
    expect((await office.call(staff.head, routes.printBill, { params: { id: reversal.id } })).status).toBe(200)
    expect((await reverse(id)).body).toMatchObject({ code: 'stale-version' })
  })

  it.each([
    ['its amount', (id: string) => `update bill set free_fen = 0, due_fen = gross_fen, version = version + 1 where id = '${id}'`, /is issued/],
    ['a line', (id: string) => `delete from bill_line where bill_id = '${id}'`, /is issued/],
    ['a line more', (id: string) => `insert into bill_line select gen_random_uuid(), bill_id, division_code, 99, price_line_id, code, name, unit, service_class, free_item, service_on, quantity, unit_fen, gross_fen, 0, 0, '' from bill_line where bill_id = '${id}' and position = 0`, /does not add up/],
    ['an item at another price', (id: string) => `insert into bill_line select gen_random_uuid(), bill_id, division_code, 99, price_line_id, code, name, unit, service_class, free_item, service_on, 1, 1, 1, 0, 0, '' from bill_line where bill_id = '${id}' and position = 0`, /not in the published catalogue/],
  ])('keeps what it says, even past the service: %s', async (_case, sql, refusal) => {
    const id = await issued(office, await somebody(), hall, SUBSISTENCE)
    await expect(office.sql(sql(id))).rejects.toThrow(refusal)
  })
})
