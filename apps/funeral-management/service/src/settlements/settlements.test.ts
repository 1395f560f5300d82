import fc from 'fast-check'
import { totalOf, routes, type SettlementDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../testing/deaths'
import { Reads } from '@xishan/service-kit'
import { openOffice, staff } from '../testing/office'
import { SUBSISTENCE, aHall, issued } from '../testing/services'
import { settlementExport } from './settlement-lines'

let office: TestService
let hall: string
beforeAll(async () => {
  office = await openOffice()
  hall = await aHall(office)
})
afterAll(() => office.close())

const free = async (facility = hall, changed: object = {}) => issued(office, await registered(office, staff.bureauClerk), facility, { ...SUBSISTENCE, ...changed })
const draw = (month: string, facilityId = hall) => office.call(staff.hallClerk, routes.drawSettlement, { body: { facilityId, month } })
const settlement = async (id: string): Promise<SettlementDetail> => (await office.call(staff.discipline, routes.getSettlement, { params: { id } })).body
const lines = async (id: string) => (await office.call(staff.finance, routes.findSettlementLines, { params: { id }, query: { limit: 100 } })).body.rows
const reverse = (id: string) => office.call(staff.head, routes.reverseBill, { params: { id }, body: { version: 2, reason: '登记错了逝者' } })
const unsettled = async () => (await office.call(staff.finance, routes.findUnsettled)).body

describe('a month of free services', () => {
  let first: string
  let september: string

  it('is settled once it is over', async () => {
    first = await free()
    await free()
    expect((await draw('2025-09')).body).toMatchObject({ code: 'settlement-month', errors: [{ field: 'month' }] })
    expect((await draw('2025-08')).body).toMatchObject({ code: 'settlement-nothing' })
    await office.advanceTo('2025-10-09')
    expect(await unsettled()).toMatchObject({ month: '2025-09', facilities: [{ id: hall, lines: 6, fen: 206_000, firstMonth: '2025-09' }] })
    const { status, body } = await draw('2025-09')
    expect(status).toBe(200)
    september = body.id
    expect(await settlement(september)).toMatchObject({ state: 'DRAFT', lines: 6, totalFen: 206_000, classes: [{ freeClass: 'SUBSISTENCE', lines: 6 }], items: [{ freeItem: 'COLLECTION', fen: 56_000 }, { freeItem: 'CREMATION', fen: 96_000 }, { freeItem: 'STORAGE', quantity: 6, fen: 54_000 }], reversed: { lines: 0 } })
    expect((await draw('2025-09')).body).toMatchObject({ code: 'settlement-taken', detail: expect.stringContaining('FMSS') })
    expect((await unsettled()).facilities).toEqual([])
  })

  it('is checked, confirmed and paid by others, and may be sent back', async () => {
    const params = { id: september }
    const send = (body: object) => office.call(staff.hallClerk, routes.submitSettlement, { params, body })
    expect((await send({ version: 1, remark: '' })).status).toBe(200)
    expect((await office.call({ ...staff.hallClerk, roles: ['BU_HEAD'] }, routes.checkSettlement, { params, body: { version: 2, opinion: '核对无误' } })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await office.call(staff.head, routes.returnSettlement, { params, body: { version: 2, reason: '请补齐低保证' } })).status).toBe(200)
    expect((await office.call(staff.hallClerk, routes.redrawSettlement, { params, body: { version: 3 } })).status).toBe(200)
    await send({ version: 4, remark: '依据已补齐' })
    expect((await office.call(staff.head, routes.findTasks)).body.tasks.map(({ id }) => id)).toContain(september)
    await office.call(staff.head, routes.checkSettlement, { params, body: { version: 5, opinion: '核对无误' } })
    await office.call(staff.approver, routes.confirmSettlement, { params, body: { version: 6, opinion: '同意结算' } })
    const pay = (body: object) => office.call(staff.finance, routes.paySettlement, { params, body: { version: 7, ...body } })
    expect((await pay({ paidOn: '2025-10-08', voucher: '记-101' })).body).toMatchObject({ code: 'settlement-paid-on' })
    expect((await pay({ paidOn: '2025-10-09', voucher: '' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'voucher' }] })
    expect((await pay({ paidOn: '2025-10-09', voucher: '记-101' })).status).toBe(200)
    expect(await settlement(september)).toMatchObject({ state: 'PAID', paidOn: '2025-10-09', voucher: '记-101', totalFen: 206_000, actions: [] })
  })

  it('is taken out line by line', async () => {
    expect((await office.call(staff.head, routes.startExport, { body: { subject: 'SETTLEMENT_LINES', filters: { settlementId: september } } })).status).toBe(200)
    const rows = []
    for await (const batch of settlementExport({ settlementId: september }).batches(office.app.get(Reads), staff.head)) rows.push(...batch)
    expect(rows).toHaveLength(6)
    expect(rows[1]).toMatchObject({ 0: '2', 4: '低保对象', 6: '遗体冷藏存放', 8: 3, 10: 9_000, 11: 27_000 })
  })

  it('that is taken back later is a negative line of the month in which it was', async () => {
    await reverse(first)
    await free(hall, { lines: [{ code: 'J02', serviceOn: '2025-10-01', quantity: 1 }] })
    await office.advanceTo('2025-11-03')
    const { body } = await draw('2025-10')
    expect(await settlement(body.id)).toMatchObject({ totalFen: 9_000 - 103_000, reversed: { lines: 3, fen: -103_000 } })
    expect((await lines(body.id)).filter(({ isReversal }) => isReversal).map(({ freeFen }) => freeFen)).toEqual([-28_000, -27_000, -48_000])
    expect(await settlement(september)).toMatchObject({ totalFen: 206_000 })
  })

  it('has each line once, and none of another facility, even past the service', async () => {
    const [line] = await office.sql<{ id: string; bill_line_id: string }>(`select s.id, l.bill_line_id from settlement s join settlement_line l on l.settlement_id = s.id where s.state = 'DRAFT' limit 1`)
    const put = (billLine: string) => office.sql(`insert into settlement_line select '${billLine}', id, division_code, 999 from settlement where id = '${line?.id}'`)
    await expect(put(line?.bill_line_id ?? '')).rejects.toThrow(/duplicate key/)
    const other = await aHall(office)
    await free(other)
    const [foreign] = await office.sql<{ id: string }>(`select l.id from bill_line l join bill b on b.id = l.bill_id where b.facility_id = '${other}' and l.free_fen <> 0 limit 1`)
    await expect(put(foreign?.id ?? '')).rejects.toThrow(/is not of settlement/)
    await expect(office.sql(`delete from settlement_line where settlement_id = '${september}'`)).rejects.toThrow(/is not a draft/)
  })
})

it('whatever is billed and taken back: what is settled over all months is what was free', async () => {
  await office.advanceTo('2025-12-01')
  const facility = await aHall(office)
  const months = ['2025-12', '2026-01', '2026-02']
  const plans = fc.sample(fc.array(fc.record({ days: fc.integer({ min: 1, max: 9 }), isReversed: fc.boolean() }), { minLength: 1, maxLength: 3 }), { numRuns: 3, seed: 7 })
  const open: string[] = []
  let settled = 0
  for (const [at, plan] of plans.entries()) {
    for (const { days, isReversed } of plan) {
      open.push(await free(facility, { lines: [{ code: 'J02', serviceOn: '2025-12-01', quantity: days }, { code: 'J03', serviceOn: '2025-12-01', quantity: 1 }] }))
      if (isReversed) await reverse(open.shift() ?? '')
    }
    await office.advanceTo(`2026-0${at + 1}-01`)
    const { body } = await draw(months[at] ?? '', facility)
    const detail = await settlement(body.id)
    expect(totalOf((await lines(body.id)).map(({ freeFen }) => ({ grossFen: freeFen, freeFen }))).freeFen).toBe(detail.totalFen)
    settled += detail.totalFen
  }
  const standing = await Promise.all(open.map(async (id) => (await office.call(staff.head, routes.getBill, { params: { id } })).body.freeFen))
  expect(settled).toBe(standing.reduce((sum, fen) => sum + fen, 0))
  expect((await unsettled()).facilities.map(({ id }) => id)).not.toContain(facility)
})
