import type { Actor } from '@xishan/domain'
import { routes } from '@xishan/funeral-management-contract'
import { readSheetCells } from '@xishan/service-kit'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { resultOf } from '../testing/death-lists'
import { aDeath, aPerson, registered } from '../testing/deaths'
import { aDisposition } from '../testing/dispositions'
import { aCemetery, aSale } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice({}, { jobs: true })
})
afterAll(() => office.close())

/** The rows of a workbook below its heads, by their number. */
async function exported(subject: string, filters: object, actor = staff.head) {
  const { status, body } = await office.call(actor, routes.startExport, { body: { subject, filters } })
  if (status !== 200) throw new Error(JSON.stringify(body))
  const cells = await readSheetCells(await resultOf(office, actor, body.id))
  return cells.filter(([number]) => number?.toString().startsWith('XS-'))
}

it('dispositions come out as the list shows them, with its filters and masks', async () => {
  const { name, document } = aPerson('久存人')
  await office.call(staff.bureauClerk, routes.recordDisposition, { body: aDisposition({ name, document }, { kind: 'TEMPORARY', disposedOn: '2024-09-01', certificateNumber: 'JC-1' }) })
  const { name: other, document: paper } = aPerson('树葬人')
  await office.call(staff.bureauClerk, routes.recordDisposition, { body: aDisposition({ name: other, document: paper }) })
  const overdue = await exported('DISPOSITIONS', { overdue: 'true' })
  expect(overdue.map((row) => [row[1], row[3], row[5]])).toEqual([['久存人', '临时寄存', '不计']])
  const all = await exported('DISPOSITIONS', {})
  expect(all.map((row) => [row[1], row[3], row[5], row[6]])).toEqual([['树葬人', '树葬', '是', '2025-09-25'], ['久存人', '临时寄存', '不计', '2024-09-01']])
  expect(JSON.stringify(all)).not.toContain(document.number)
  const [{ count } = { count: 0 }] = await office.sql<{ count: number }>(`select count(*)::int as count from disposition`)
  expect(count).toBe(2)
  expect((await office.call(staff.head, routes.findDispositions, { query: { overdue: 'true' } })).body.rows).toHaveLength(1)
})

it('a list is taken out only by who may see it', async () => {
  const asked = async (actor: Actor, subject: string, filters: object) => (await office.call(actor, routes.startExport, { body: { subject, filters } })).status
  const reviewer: Actor = { ...staff.clerk, roles: ['ST_REVIEWER'] }
  const finance: Actor = { ...staff.bureauClerk, roles: ['FINANCE'] }
  const settlement = { settlementId: '01a2157a-3eb3-745c-828f-0324507a4c32' }
  expect([await asked(reviewer, 'DEATHS', {}), await asked(reviewer, 'ARCHIVES', {}), await asked(reviewer, 'SETTLEMENT_LINES', settlement)]).toEqual([200, 403, 403])
  expect([await asked(finance, 'SETTLEMENT_LINES', settlement), await asked(finance, 'DEATHS', {})]).toEqual([200, 403])
})

it('contracts come out with where the plot lies, and another street has none of them', async () => {
  await registered(office, staff.clerk, aDeath())
  const cemetery = await aCemetery(office)
  await office.call(staff.bureauClerk, routes.sellPlot, { params: { id: cemetery.plots[5]?.id ?? '' }, body: aSale('SW2025000123') })
  expect((await exported('GRAVE_CONTRACTS', { state: 'ACTIVE' })).map((row) => row.slice(3, 8))).toEqual([[expect.stringContaining('西山公墓'), '松柏园', '2 排 2 号', '履行中', '2025-09-26']])
  expect(await exported('GRAVE_CONTRACTS', { state: 'EXPIRED' })).toEqual([])
  expect(await exported('GRAVE_CONTRACTS', {}, { ...staff.neighbour, roles: ['ST_REVIEWER'] })).toEqual([])
})
