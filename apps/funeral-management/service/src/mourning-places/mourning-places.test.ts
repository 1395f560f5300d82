import { routes, type MourningPlaceDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMourningPlace } from '../testing/mourning-places'
import { COMMUNITY, openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const add = (changed: object = {}, actor = staff.clerk) => office.call(actor, routes.addMourningPlace, { body: aMourningPlace(changed) })
const detail = async (id: string): Promise<MourningPlaceDetail> => (await office.call(staff.community, routes.getMourningPlace, { params: { id } })).body
const open = (id: string, version = 1, openedOn = '2025-03-01') => office.call(staff.clerk, routes.openMourningPlace, { params: { id }, body: { version, openedOn } })
const check = (id: string, version: number, changed: object = {}) => office.call(staff.bureauClerk, routes.checkMourningPlace, { params: { id }, body: { version, checkedOn: '2025-09-20', checkers: '杨文斌', isFit: true, findings: '', ...changed } })

it('communities count as covered by places in use, within what the reader may see', async () => {
  const coverage = async (actor = staff.head) => (await office.call(actor, routes.mourningCoverage)).body
  expect(await coverage()).toMatchObject({ communities: 3, covered: 0 })
  const { body: saved } = await add({ serves: [COMMUNITY, '530112001002'] })
  expect(await coverage()).toMatchObject({ covered: 0 })
  await open(saved.id)
  expect(await coverage()).toMatchObject({ covered: 2, streets: [{ name: '西苑街道', communities: 2, covered: 2, missing: [] }, { name: '马街街道', covered: 0, missing: ['张峰社区'] }] })
  expect(await coverage(staff.neighbour)).toMatchObject({ communities: 1, covered: 0 })
  expect((await office.call(staff.neighbour, routes.getMourningPlace, { params: { id: saved.id } })).status).toBe(404)
})

describe('a place to mourn', () => {
  it('is built, put to use and closed with a reason', async () => {
    const { body: saved } = await add({ name: '社区治丧点' })
    expect(await detail(saved.id)).toMatchObject({ number: expect.stringMatching(/^XS-FML-/), state: 'BUILT', placeName: '西苑街道凯苑社区', servesNames: ['凯苑社区'], capacity: 120 })
    expect((await open(saved.id)).status).toBe(200)
    expect((await open(saved.id, 2)).body).toMatchObject({ code: 'mourning-state' })
    const close = (closedOn: string) => office.call(staff.clerk, routes.closeMourningPlace, { params: { id: saved.id }, body: { version: 2, closedOn, reason: '房屋改造，暂停使用' } })
    expect((await close('2025-02-01')).body).toMatchObject({ code: 'mourning-date' })
    expect((await close('2025-09-01')).status).toBe(200)
    expect(await detail(saved.id)).toMatchObject({ state: 'CLOSED', closedBecause: '房屋改造，暂停使用' })
    expect((await open(saved.id, 3, '2025-09-15')).status).toBe(200)
  })

  it.each([
    ['同名', { name: '社区治丧点' }, 'mourning-taken', 'name'],
    ['没有的社区', { divisionCode: '530112001999', serves: ['530112001999'] }, 'mourning-community', 'divisionCode'],
    ['别的街道', { divisionCode: '530112002001', serves: ['530112002001'] }, 'mourning-community', 'divisionCode'],
    ['不服务本社区', { serves: ['530112001002'] }, 'mourning-community', 'serves'],
    ['服务别的街道', { serves: [COMMUNITY, '530112002001'] }, 'mourning-community', 'serves'],
    ['没有容量', { capacity: 0 }, 'invalid-input', 'capacity'],
  ])('is refused: %s', async (_case, changed, code, field) => {
    expect((await add(changed)).body).toMatchObject({ code, errors: [{ field }] })
  })

  it('is checked every year while it is in use', async () => {
    const { body: saved } = await add()
    expect((await check(saved.id, 1)).body).toMatchObject({ code: 'mourning-state' })
    await open(saved.id)
    const unchecked = async () => (await office.call(staff.head, routes.findMourningPlaces, { query: { unchecked: 'true', q: saved.number } })).body.rows
    expect(await unchecked()).toHaveLength(1)
    expect((await check(saved.id, 2, { isFit: false })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'findings' }] })
    expect((await check(saved.id, 2, { isFit: false, findings: '灭火器过期，限期更换' })).status).toBe(200)
    expect(await unchecked()).toHaveLength(0)
    expect(await detail(saved.id)).toMatchObject({ lastIsFit: false, checks: [{ checkedOn: '2025-09-20', isFit: false, findings: '灭火器过期，限期更换' }] })
  })
})
