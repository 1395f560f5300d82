import { routes, type DeathDetail, type DispositionDetail, type GraveContractDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDeath, aPerson, registered } from '../testing/deaths'
import { aDisposition } from '../testing/dispositions'
import { aCemetery, aCitizen, aSale } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
let plots: string[]
beforeAll(async () => {
  office = await openOffice()
  plots = (await aCemetery(office)).plots.map(({ id }) => id)
})
afterAll(() => office.close())

let deaths = 0
async function sold(plot = plots.pop() ?? ''): Promise<{ id: string; deathId: string }> {
  const number = `SW-${++deaths}`
  const deathId = await registered(office, staff.clerk, aDeath(aPerson(), { certificate: { kind: 'MEDICAL', number, issuer: '昆明市第一人民医院' } }))
  const { body } = await office.call(staff.bureauClerk, routes.sellPlot, { params: { id: plot }, body: aSale(number, { signedOn: '2025-09-22' }) })
  return { id: body.id, deathId }
}
const bury = (id: string, changed: object = {}) => office.call(staff.bureauClerk, routes.occupyPlot, { params: { id }, body: { version: 1, occupiedOn: '2025-09-28', certificateNumber: `MZ-${id.slice(-6)}`, ...changed } })
const contract = async (id: string): Promise<GraveContractDetail> => (await office.call(staff.head, routes.getGraveContract, { params: { id } })).body
const burial = async (id = ''): Promise<DispositionDetail> => (await office.call(staff.head, routes.getDisposition, { params: { id } })).body
const death = async (id: string): Promise<DeathDetail> => (await office.call(staff.clerk, routes.getDeath, { params: { id } })).body

describe('a burial in a plot', () => {
  it('records where the person rests in the same work, with a link from either side', async () => {
    const { id, deathId } = await sold()
    expect(await death(deathId)).toMatchObject({ mayDispose: true, dispositions: [] })
    expect((await bury(id)).status).toBe(200)
    const { disposition, occupiedOn } = await contract(id)
    expect(occupiedOn).toBe('2025-09-28')
    expect(await burial(disposition?.id)).toMatchObject({ kind: 'SMALL_PLOT', remains: 'ASHES', eco: true, disposedOn: '2025-09-28', place: expect.stringMatching(/松柏园\d排\d号$/), graveContract: { id }, deathId, facility: { name: expect.stringContaining('西山公墓') }, handler: '李建军' })
    expect(await death(deathId)).toMatchObject({ mayDispose: false, dispositions: [{ id: disposition?.id, isStanding: true }] })
    const [same] = await office.sql<{ same: boolean }>(`select d.xmin = g.xmin as same from disposition d join grave_contract g on g.id = d.contract_id where g.id = $1`, [id])
    expect(same).toEqual({ same: true })
    expect((await office.call(staff.clerk, routes.recordDisposition, { body: aDisposition(null, { deathId }) })).body).toMatchObject({ code: 'disposition-known' })
  })

  it.each([
    ['NICHE', 'STORAGE', 'ASHES', true],
    ['ASH', 'PLOT', 'ASHES', false],
    ['BODY_SINGLE', 'PLOT', 'BODY', false],
  ])('in a plot of kind %s is %s', async (plotKind, kind, remains, eco) => {
    const other = await aCemetery(office, {}, { plotKind, area: 0.9 })
    const { id } = await sold(other.plots[0]?.id)
    await bury(id)
    expect(await burial((await contract(id)).disposition?.id)).toMatchObject({ kind, remains, eco })
  })

  it('ends the keeping of the ashes', async () => {
    const { id, deathId } = await sold()
    const { body: kept } = await office.call(staff.clerk, routes.recordDisposition, { body: aDisposition(null, { deathId, kind: 'TEMPORARY' }) })
    await bury(id)
    expect(await burial(kept.id)).toMatchObject({ state: 'ENDED', endedOn: '2025-09-28' })
  })

  it('that a street recorded before is the same, or is refused where it differs', async () => {
    const { id, deathId } = await sold()
    const { body: recorded } = await office.call(staff.clerk, routes.recordDisposition, { body: aDisposition(null, { deathId, kind: 'SMALL_PLOT', disposedOn: '2025-09-28', certificateNumber: 'MZ-1' }) })
    expect((await bury(id, { certificateNumber: 'MZ-2' })).body).toMatchObject({ code: 'contract-burial-differs', detail: expect.stringContaining(recorded.number ?? '') })
    expect((await contract(id)).occupiedOn).toBeNull()
    expect((await bury(id, { certificateNumber: 'MZ-1' })).status).toBe(200)
    expect((await contract(id)).disposition).toEqual({ id: recorded.id, number: recorded.number })
  })

  it('before the death, or under a certificate of somebody else, leaves everything as it was', async () => {
    const { id } = await sold()
    const counted = async () => Number((await office.sql<{ count: string }>('select count(*) from disposition'))[0]?.count)
    const before = await counted()
    await bury((await sold()).id, { certificateNumber: 'MZ-9' })
    expect((await bury(id, { occupiedOn: '2025-09-21' })).body).toMatchObject({ code: 'contract-date', errors: [{ field: 'occupiedOn' }] })
    expect((await bury(id, { certificateNumber: 'MZ-9' })).body).toMatchObject({ code: 'disposition-certificate-taken', errors: [{ field: 'certificateNumber' }] })
    expect((await contract(id)).occupiedOn).toBeNull()
    expect(await counted()).toBe(before + 1)
  })

  it('of somebody who bought for later and whose death is not registered is known by the document', async () => {
    const user = { name: '老人', document: aCitizen('1930-01-01') }
    const { body: saved } = await office.call(staff.bureauClerk, routes.sellPlot, { params: { id: plots.pop() ?? '' }, body: aSale(null, { ground: 'ELDER', user, signedOn: '2025-09-22' }) })
    expect((await bury(saved.id)).status).toBe(200)
    expect(await burial((await contract(saved.id)).disposition?.id)).toMatchObject({ deceasedName: '老人', deathId: null, graveContract: { number: saved.number } })
    expect((await office.call(staff.clerk, routes.recordDisposition, { body: aDisposition(user) })).body).toMatchObject({ code: 'disposition-known' })
  })
})
