import { routes, type GraveContractDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDeath, aPerson, registered } from '../testing/deaths'
import { aCemetery, aSale } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
let plots: string[]
beforeAll(async () => {
  office = await openOffice()
  plots = (await aCemetery(office)).plots.map(({ id }) => id)
})
afterAll(() => office.close())

let sales = 0
async function sold(): Promise<string> {
  const number = `SW-FEE-${++sales}`
  await registered(office, staff.clerk, aDeath(aPerson(), { certificate: { kind: 'MEDICAL', number, issuer: '昆明市第一人民医院' } }))
  return (await office.call(staff.bureauClerk, routes.sellPlot, { params: { id: plots.pop() ?? '' }, body: aSale(number, { signedOn: '2025-09-22' }) })).body.id
}
const contract = async (id: string): Promise<GraveContractDetail> => (await office.call(staff.clerk, routes.getGraveContract, { params: { id } })).body
const pay = async (id: string, changed: object = {}, actor = staff.bureauClerk) =>
  office.call(actor, routes.payFee, { params: { id }, body: { version: (await contract(id)).version, paidOn: '2025-09-30', until: '2025-10-10', amountFen: 12_000, receipt: `PJ-${id.slice(-8)}`, ...changed } })
const cancel = async (id: string) => office.call(staff.bureauClerk, routes.cancelFee, { params: { id }, body: { version: (await contract(id)).version, reason: '票据录错，重新登记' } })
const feeTasks = async () => (await office.call(staff.clerk, routes.findTasks)).body.tasks.filter(({ state }) => state === '维护费欠缴').map(({ id }) => id)

describe('the maintenance fee', () => {
  it('is paid on from where it was paid to, up to the end of the term', async () => {
    const id = await sold()
    expect(await contract(id)).toMatchObject({ feePaidUntil: null, feeOverdue: false, fees: [], mayPayFee: true })
    expect((await pay(id)).status).toBe(200)
    expect((await pay(id, { until: '2025-10-10', receipt: 'PJ-2' })).body).toMatchObject({ code: 'fee-period', errors: [{ field: 'until' }] })
    expect((await pay(id, { until: '2045-09-23', receipt: 'PJ-2' })).body).toMatchObject({ code: 'fee-period' })
    expect((await pay(id, { until: '2026-09-30', receipt: 'PJ-2', amountFen: 30_000 })).status).toBe(200)
    expect(await contract(id)).toMatchObject({ feePaidUntil: '2026-09-30', fees: [{ from: '2025-10-10', until: '2026-09-30', amountFen: 30_000 }, { from: '2025-09-22', until: '2025-10-10', amountFen: 12_000 }] })
    expect((await office.call(staff.neighbour, routes.payFee, { params: { id }, body: { version: 3, paidOn: '2025-09-30', until: '2027-09-30', amountFen: 1, receipt: 'PJ-3' } })).status).toBe(404)
  })

  it('takes a receipt once, and again when the entry was taken back', async () => {
    const [id, other] = [await sold(), await sold()]
    await pay(id, { receipt: 'PJ-9' })
    expect((await pay(other, { receipt: 'PJ-9' })).body).toMatchObject({ code: 'fee-receipt-taken', errors: [{ field: 'receipt' }] })
    expect((await cancel(id)).status).toBe(200)
    expect(await contract(id)).toMatchObject({ feePaidUntil: null, fees: [{ cancelledBecause: '票据录错，重新登记' }] })
    expect((await cancel(id)).body).toMatchObject({ code: 'fee-none' })
    expect((await pay(other, { receipt: 'PJ-9' })).status).toBe(200)
  })

  it('that has run out is a task from the next day until it is paid', async () => {
    const id = await sold()
    await pay(id, { until: '2025-10-01' })
    await office.advanceTo('2025-10-01')
    expect(await feeTasks()).toEqual([])
    await office.advanceTo('2025-10-02')
    expect(await feeTasks()).toEqual([id])
    expect(await contract(id)).toMatchObject({ feeOverdue: true })
    expect((await office.call(staff.head, routes.findGraveContracts, { query: { feeOverdue: 'true' } })).body.rows.map((row) => row.id)).toEqual([id])
    await pay(id, { paidOn: '2025-10-02', until: '2026-10-01', receipt: 'PJ-11' })
    expect(await feeTasks()).toEqual([])
  })
})
