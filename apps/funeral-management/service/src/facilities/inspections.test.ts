import { routes, type InspectionResult, type InspectionView } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFacility, anInspection } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const add = async (changed: object = {}): Promise<string> => (await office.call(staff.bureauClerk, routes.addFacility, { body: aFacility(changed) })).body.id
const sheet = (changed: Record<string, InspectionResult> = {}) => anInspection(changed).results
const inspect = (id: string, changed: object = {}) => office.call(staff.bureauClerk, routes.recordInspection, { params: { id }, body: anInspection({}, changed) })
const latest = async (id: string, actor = staff.head): Promise<InspectionView | undefined> => (await office.call(actor, routes.findInspections, { params: { id } })).body.inspections[0]
const missing = async (query: { year?: string } = {}) => (await office.call(staff.discipline, routes.findUninspected, { query })).body

describe('a yearly inspection', () => {
  it('with nothing found is done, and the facility is missing no more', async () => {
    const id = await add({ name: '无问题公墓' })
    await add({ kind: 'HALL', name: '某殡仪馆' })
    expect(await missing()).toMatchObject({ year: 2025, inspected: 0, facilities: [{ name: '无问题公墓', lastInspectedOn: null }] })
    expect((await inspect(id)).status).toBe(200)
    expect(await latest(id)).toMatchObject({ state: 'CLOSED', dueOn: null, actions: [] })
    expect(await missing()).toMatchObject({ inspected: 1, facilities: [] })
    expect(await missing({ year: '2024' })).toMatchObject({ facilities: [{ lastInspectedOn: '2025-09-20' }] })
  })

  it('is refused where the sheet is not whole, the day cannot be, or nothing is said of a finding', async () => {
    const id = await add()
    const withoutOne = { APPROVAL: 'OK', FIRE: 'OK' }
    expect((await inspect(id, { results: withoutOne })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'results' }] })
    expect((await inspect(id, { inspectedOn: '2025-10-01' })).body).toMatchObject({ code: 'inspection-date' })
    expect((await inspect(id, { results: sheet({ SALE: 'DEFECT' }) })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'findings' }] })
    expect((await inspect(await add({ kind: 'HALL' }))).body).toMatchObject({ code: 'inspection-not-due' })
  })

  it('that found something has a clock, is put right and closed by another person', async () => {
    const id = await add({ name: '待整改公墓' })
    await inspect(id, { results: sheet({ PLOT_SIZE: 'DEFECT' }), findings: '两处墓位超面积，限期整改' })
    const found = await latest(id)
    expect(found).toMatchObject({ state: 'RECTIFYING', dueOn: '2025-10-20' })
    const taskOf = async (actor: typeof staff.head) => (await office.call(actor, routes.findTasks)).body.tasks.find(({ title }) => title === '待整改公墓')
    expect(await taskOf(staff.bureauClerk)).toMatchObject({ dueOn: '2025-10-20', path: `/funeral-management/facilities/${id}` })
    const params = { id: found?.id ?? '' }
    expect((await office.call(staff.bureauClerk, routes.rectifyInspection, { params, body: { version: 1, rectifiedOn: '2025-09-19', rectification: '已恢复原状' } })).body).toMatchObject({ code: 'inspection-date' })
    expect((await office.call(staff.bureauClerk, routes.rectifyInspection, { params, body: { version: 1, rectifiedOn: '2025-09-29', rectification: '已恢复原状' } })).status).toBe(200)
    expect(await taskOf(staff.bureauClerk)).toBeUndefined()
    const close = (actor: typeof staff.head) => office.call(actor, routes.closeInspection, { params, body: { version: 2, opinion: '现场复核属实' } })
    expect((await close({ ...staff.bureauClerk, roles: ['BU_HEAD'] })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await close(staff.head)).status).toBe(200)
    expect(await latest(id)).toMatchObject({ state: 'CLOSED', dueOn: null, rectification: '已恢复原状' })
  })
})
