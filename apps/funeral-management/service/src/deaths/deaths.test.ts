import type { Actor, Route } from '@xishan/domain'
import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CERTIFICATE, aDeath, aPerson, eventsOf, registered } from '../testing/deaths'
import { openOffice, staff } from '../testing/office'
import { PICTURE } from '../testing/picture'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const detail = async (id: string, actor: Actor = staff.bureauClerk) => (await office.call(actor, routes.getDeath, { params: { id } })).body
const at = async <R extends Route>(actor: Actor, route: R, id: string, body: object = {}) => office.call(actor, route, { params: { id }, body: { version: (await detail(id)).version, ...body } })
const file = (id: string, kind: string, actor: Actor = staff.bureauClerk) => office.call(actor, routes.addDeathPaper, { params: { id }, body: { kind }, file: { name: 'a.png', type: 'image/png', bytes: PICTURE } })
const words = '公安机关出具情况说明'

describe('a death with its papers', () => {
  it('is registered by the street and told with its revision, never with a number', async () => {
    const person = aPerson('王大爷')
    const id = await registered(office, staff.clerk, aDeath(person))
    const [told, ...others] = await eventsOf(office, id)
    expect(others).toEqual([])
    expect(told).toMatchObject({ type: 'person.died', payload: { deathId: id, revision: 1, diedOn: '2025-09-20', source: 'REGISTRATION' } })
    expect(told?.personKey).toMatch(/.{16}/)
    expect(JSON.stringify(told)).not.toContain(person.document.number)
    expect(await detail(id)).toMatchObject({ state: 'REGISTERED', birthDate: '1941-03-05', sex: '男', documentMasked: expect.stringMatching(/^530112\*{8}/), place: '医疗卫生机构', certificateNumber: CERTIFICATE.number, steps: [{ action: 'register' }] })
  })

  it.each([
    ['来日', { diedOn: '2025-10-01' }, 'death-date', 'diedOn'],
    ['早于出生', { diedOn: '1941-03-04' }, 'death-date', 'diedOn'],
    ['身份不明而无公安证明', { deceased: { name: '无名氏', document: null, hukouDivisionCode: '530112001001' } }, 'death-release-needed', 'certificate.kind'],
    ['没有证明编号', { certificate: { ...CERTIFICATE, number: ' ' } }, 'invalid-input', 'certificate.number'],
    ['外区户籍由街道登记', { deceased: { ...aPerson(), hukouDivisionCode: '530102' } }, 'death-not-your-area', 'deceased.hukouDivisionCode'],
    ['没有的社区', { deceased: { ...aPerson(), hukouDivisionCode: '530112001999' } }, 'invalid-input', 'deceased.hukouDivisionCode'],
    ['性别与号码不符', { deceased: { ...aPerson(), sex: '2' } }, 'death-birth-date', 'deceased.sex'],
    ['护照没有出生日期', { deceased: { ...aPerson(), document: { type: '3', number: 'E12345678' } } }, 'death-birth-missing', 'deceased.birthDate'],
  ])('is refused: %s', async (_case, changed, code, field) => {
    const before = await office.sql('select count(*) from death')
    expect((await office.call(staff.clerk, routes.registerDeath, { body: aDeath(aPerson(), changed) })).body).toMatchObject({ code, errors: [{ field }] })
    expect(await office.sql('select count(*) from death')).toEqual(before)
  })

  it('is registered once, also when two register at the same moment and another street does not see it', async () => {
    const person = aPerson('双登记')
    const both = await Promise.all([staff.clerk, staff.colleague].map((actor) => office.call(actor, routes.registerDeath, { body: aDeath(person) })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await office.call(staff.neighbour, routes.registerDeath, { body: aDeath({ ...person, hukouDivisionCode: '530112002001' }) })).body).toMatchObject({ code: 'death-known-elsewhere' })
  })

  it('reported by the community is told when the street has seen the papers', async () => {
    const { informant, ...report } = { informant: { name: '张三', relation: '邻居' }, deceased: aPerson('社区报告'), diedOn: '2025-09-18', place: 'HOME' }
    const { body } = await office.call(staff.community, routes.reportDeath, { body: { ...report, informant } })
    expect(await eventsOf(office, body.id)).toEqual([])
    const confirmation = { diedOn: '2025-09-19', place: 'HOME', cause: 'NORMAL', certificate: CERTIFICATE }
    expect((await at(staff.community, routes.confirmDeath, body.id, confirmation)).body).toMatchObject({ code: 'not-permitted' })
    expect((await at(staff.clerk, routes.confirmDeath, body.id, confirmation)).status).toBe(200)
    expect(await eventsOf(office, body.id)).toMatchObject([{ type: 'person.died', payload: { revision: 1, diedOn: '2025-09-19' } }])
    expect(await detail(body.id)).toMatchObject({ state: 'REGISTERED', certificateNumber: CERTIFICATE.number })
  })

  it('is kept from other streets, and its number is shown for a reason that is logged', async () => {
    const person = aPerson('王保密')
    const id = await registered(office, staff.clerk, aDeath(person))
    expect((await office.call(staff.neighbour, routes.getDeath, { params: { id } })).status).toBe(404)
    expect((await office.call(staff.clerk, routes.reveal, { body: { what: 'DEATH_DOCUMENT', id } })).body).toMatchObject({ code: 'reveal-needs-reason' })
    expect((await office.call(staff.clerk, routes.reveal, { body: { what: 'DEATH_DOCUMENT', id, reason: '与死亡证明核对' } })).body).toEqual({ value: person.document.number })
    expect((await office.call(staff.clerk, routes.reveal, { body: { what: 'DEATH_INFORMANT_PHONE', id, reason: '电话核实情况' } })).body).toEqual({ value: '13812345678' })
    expect(await office.sql(`select field, reason from reveal_log where subject_id = $1 order by at`, [id])).toEqual([{ field: 'DEATH_DOCUMENT', reason: '与死亡证明核对' }, { field: 'DEATH_INFORMANT_PHONE', reason: '电话核实情况' }])
  })

  it('is found in the list by name, day and state', async () => {
    const id = await registered(office, staff.clerk, aDeath(aPerson('欧阳长寿'), { diedOn: '2025-08-08' }))
    const rows = async (query: Record<string, string>) => (await office.call(staff.head, routes.findDeaths, { query })).body.rows.map((row) => row.id)
    expect(await rows({ q: '长寿' })).toEqual([id])
    expect(await rows({ from: '2025-08-08', to: '2025-08-08', state: 'REGISTERED', cremated: 'false' })).toEqual([id])
    expect(await rows({ q: '长寿', division: '530112002' })).toEqual([])
  })
})

describe('a correction', () => {
  it('is in force when another person approves, and is told with the next revision', async () => {
    const id = await registered(office, staff.clerk, aDeath(aPerson('更正人')))
    expect((await at(staff.clerk, routes.proposeDeathChange, id, { kind: 'CORRECTION', diedOn: '2025-09-20', reason: '与证明不一致' })).body).toMatchObject({ code: 'death-change-nothing' })
    const { body: change } = await at(staff.clerk, routes.proposeDeathChange, id, { kind: 'CORRECTION', diedOn: '2025-09-19', name: '更正仁', reason: '与证明不一致' })
    expect((await at(staff.bureauClerk, routes.proposeDeathChange, id, { kind: 'REVOCATION', reason: words })).body).toMatchObject({ code: 'death-change-open' })
    expect(await detail(id)).toMatchObject({ diedOn: '2025-09-20', changes: [{ content: '姓名“更正人”改为“更正仁”；死亡日期 2025年9月20日 改为 2025年9月19日' }] })
    expect((await office.call(staff.head, routes.approveDeathChange, { params: { id: change.id }, body: { version: 1, opinion: '同意更正' } })).status).toBe(200)
    expect(await detail(id)).toMatchObject({ diedOn: '2025-09-19', deceasedName: '更正仁', revision: 2 })
    expect((await eventsOf(office, id)).map(({ payload }) => [payload.revision, payload.diedOn])).toEqual([[1, '2025-09-20'], [2, '2025-09-19']])
  })

  it('rejected changes nothing and tells nothing', async () => {
    const id = await registered(office, staff.clerk)
    const { body: change } = await at(staff.clerk, routes.proposeDeathChange, id, { kind: 'CORRECTION', diedOn: '2025-09-01', reason: '家属口头说明' })
    await office.call(staff.head, routes.rejectDeathChange, { params: { id: change.id }, body: { version: 1, reason: '没有书面依据' } })
    expect([(await detail(id)).diedOn, (await eventsOf(office, id)).length]).toEqual(['2025-09-20', 1])
  })
})

describe('a revocation', () => {
  it('needs its proof, is told, and lets the person be registered again under another id', async () => {
    const person = aPerson('误登记')
    const id = await registered(office, staff.clerk, aDeath(person))
    await file(id, 'CHANGE_PROOF')
    const { body: change } = await at(staff.bureauClerk, routes.proposeDeathChange, id, { kind: 'REVOCATION', reason: words })
    const approve = () => office.call(staff.head, routes.approveDeathChange, { params: { id: change.id }, body: { version: 1, opinion: '同意撤销' } })
    expect((await approve()).body).toMatchObject({ code: 'death-change-proof' })
    await file(id, 'CHANGE_PROOF')
    expect((await approve()).status).toBe(200)
    expect(await eventsOf(office, id)).toMatchObject([{ type: 'person.died' }, { type: 'person.death-revoked', payload: { revision: 2, reason: words } }])
    const again = await registered(office, staff.clerk, aDeath(person))
    expect(again).not.toBe(id)
    expect(await eventsOf(office, again)).toMatchObject([{ type: 'person.died', payload: { revision: 1 } }])
  })

  it('is decided by the head alone, and its task stands until then', async () => {
    const id = await registered(office, staff.clerk, aDeath(aPerson('待撤销')))
    const { body: change } = await at(staff.bureauClerk, routes.proposeDeathChange, id, { kind: 'REVOCATION', reason: words })
    const tasks = async (actor: Actor) => (await office.call(actor, routes.findTasks)).body.tasks.filter(({ title }) => title === '待撤销').map(({ state }) => state)
    expect(await tasks(staff.head)).toEqual(['待审核'])
    expect(await tasks(staff.bureauClerk)).toEqual([])
    for (const actor of [staff.bureauClerk, staff.approver]) expect((await office.call(actor, routes.approveDeathChange, { params: { id: change.id }, body: { version: 1, opinion: '同意撤销' } })).status).toBe(403)
  })
})

describe('somebody unknown', () => {
  const unknown = { name: '无名氏', document: null, sex: '1', hukouDivisionCode: '530112001001' }
  const released = { kind: 'POLICE_RELEASE', number: '西公放〔2025〕12号', issuer: '昆明市公安局西山分局' }

  it('is told by name, and under the same id as a person when the number is known', async () => {
    const id = await registered(office, staff.bureauClerk, aDeath(unknown, { certificate: released }))
    expect(await eventsOf(office, id)).toMatchObject([{ type: 'person.died-unidentified', personKey: undefined, payload: { revision: 1, name: '无名氏', birthDate: null } }])
    const person = aPerson('赵有名')
    const identity = { document: person.document, name: person.name, hukouDivisionCode: person.hukouDivisionCode, reason: '公安机关指纹比对确认' }
    expect((await at(staff.bureauClerk, routes.identifyDeath, id, identity)).status).toBe(200)
    expect(await eventsOf(office, id)).toMatchObject([{}, { type: 'person.died', payload: { deathId: id, revision: 2 } }])
    expect(await detail(id)).toMatchObject({ state: 'REGISTERED', deceasedName: '赵有名', birthDate: '1941-03-05' })
  })

  it('is not made somebody whose death is registered', async () => {
    const person = aPerson('已登记')
    await registered(office, staff.clerk, aDeath(person))
    const id = await registered(office, staff.bureauClerk, aDeath({ ...unknown, name: '另一无名氏' }, { certificate: released }))
    expect((await at(staff.bureauClerk, routes.identifyDeath, id, { document: person.document, name: person.name, hukouDivisionCode: '530112001001', reason: words })).body).toMatchObject({ code: 'death-known', errors: [{ field: 'document.number' }] })
  })
})
