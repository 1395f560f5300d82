import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AdoptionWalk, allParts, anAdoption, twoAssessors } from '../testing/adoptions'
import { aCitizen } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const open = (changed: object) => office.call(staff.bureauClerk, routes.openAdoption, { body: anAdoption(changed) })

describe('an application for assessment', () => {
  it('of a step-child is told that it needs none', async () =>
    expect((await open({ kind: 'STEP_CHILD' })).body).toMatchObject({ status: 422, code: 'adoption-no-assessment', detail: expect.stringContaining('不需要进行收养评估') }))

  it.each<[string, object, object]>([
    ['of another county', { placeCode: '530102' }, { code: 'adoption-not-your-area' }],
    ['decided by the one who takes it', { decider: { id: staff.bureauClerk.id, name: '王春梅' } }, { code: 'adoption-decider' }],
    ['of somebody of age', { child: { name: '成年人', sex: '1', birthDate: '2007-09-30', document: null } }, { code: 'adoption-child-age' }],
    ['agreed to tomorrow', { consentedOn: '2025-10-01' }, { code: 'adoption-date', errors: [{ field: 'consentedOn' }] }],
    ['without a giver, of a child whose parents are known', { giver: null }, { code: 'invalid-input', errors: [{ field: 'giver' }] }],
    ['whose child’s number says another day', { child: { name: '某', sex: '2', birthDate: '2020-01-02', document: aCitizen('2020-01-01') } }, { code: 'invalid-input', errors: [{ field: 'child.birthDate' }] }],
  ])('%s is refused', async (_, changed, problem) => expect((await open(changed)).body).toMatchObject(problem))

  it('of a child who is being assessed already is refused to its handler, and told to nobody else', async () => {
    const child = { name: '小双', sex: '1', birthDate: '2022-02-02', document: aCitizen('2022-02-02') }
    await AdoptionWalk.begin(office, { child: { ...child, sex: '2' } })
    expect((await open({ child })).body).toMatchObject({ code: 'adoption-known' })
    expect((await office.call(staff.hallClerk, routes.openAdoption, { body: anAdoption({ child }) })).status).toBe(200)
  })
})

describe('an assessment', () => {
  it('is due 60 days after the consent, stands still while suspended, and is concluded by the head named in it', async () => {
    const walk = await AdoptionWalk.begin(office)
    expect(await walk.page()).toMatchObject({ state: 'OPENED', dueOn: '2025-11-19', light: 'green', part: 'HANDLER', actions: ['assign', 'withdraw'], readers: [{ part: 'HANDLER' }, { part: 'HEAD', name: '尹绍林' }] })
    await walk.must(staff.bureauClerk, routes.assignAdoption, twoAssessors)
    await walk.must(staff.bureauClerk, routes.suspendAdoption, { reason: '申请人住院治疗' })
    expect(await walk.page()).toMatchObject({ suspendedSince: '2025-09-30', actions: expect.not.arrayContaining(['report', 'suspend']) })
    expect((await walk.act(staff.bureauClerk, routes.reportAdoption, { report: '评估报告摘要' })).body).toMatchObject({ code: 'adoption-suspended' })
    await office.advanceTo('2025-10-10')
    await walk.must(staff.bureauClerk, routes.resumeAdoption, { reason: '申请人已出院' })
    expect(await walk.page()).toMatchObject({ suspendedSince: null, dueOn: '2025-12-01', term: { pauses: [{ from: '2025-09-30', to: '2025-10-10', reason: '申请人住院治疗' }] } })
    await walk.must(staff.hallClerk, routes.assessAdoption, { results: { MOTIVE: { result: 'FIT', finding: '' } } })
    expect((await walk.act(staff.bureauClerk, routes.reportAdoption, { report: '评估报告摘要' })).body).toMatchObject({ code: 'adoption-parts-missing', detail: expect.stringContaining('住房条件') })
    await walk.must(staff.hallClerk, routes.assessAdoption, { results: allParts({ HOUSING: { result: 'CONCERN', finding: '住房面积偏小，已另购房' } }) })
    await walk.must(staff.bureauClerk, routes.reportAdoption, { report: '申请人家庭稳定，具备抚养条件' })
    expect((await walk.act(staff.bureauClerk, routes.passAdoption, { opinion: '适合收养该儿童' })).body).toMatchObject({ status: 403 })
    expect((await walk.act({ ...staff.bureauClerk, roles: ['BU_HEAD'] }, routes.passAdoption, { opinion: '适合收养该儿童' })).body).toMatchObject({ code: 'adoption-not-yours' })
    await walk.must(staff.head, routes.passAdoption, { opinion: '适合收养该儿童' })
    expect(await walk.page()).toMatchObject({ state: 'SUITABLE', dueOn: null, actions: ['handOver'], results: { HOUSING: { result: 'CONCERN', finding: '住房面积偏小，已另购房' } } })
  })

  it('by staff wants two of them, by a third party its name', async () => {
    const walk = await AdoptionWalk.begin(office)
    const one = [{ id: null, name: '杨文斌' }]
    expect((await walk.act(staff.bureauClerk, routes.assignAdoption, { ...twoAssessors, assessors: [...one, ...one] })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'assessors' }] })
    expect((await walk.act(staff.bureauClerk, routes.assignAdoption, { mode: 'THIRD_PARTY', organisation: '', assessors: one })).body).toMatchObject({ errors: [{ field: 'organisation' }] })
    expect((await walk.act(staff.bureauClerk, routes.assignAdoption, { mode: 'STAFF', organisation: '', assessors: [...one, { id: staff.head.id, name: '尹绍林' }] })).body).toMatchObject({ code: 'adoption-decider' })
    expect((await walk.act(staff.bureauClerk, routes.assignAdoption, { mode: 'THIRD_PARTY', organisation: '昆明市社会工作服务中心', assessors: one })).status).toBe(200)
  })

  it('that was refused is over, with its reason in the file', async () => {
    const walk = await (await AdoptionWalk.begin(office)).reported()
    await walk.must(staff.head, routes.refuseAdoption, { opinion: '申请人有虐待记录，不适合收养' })
    expect(await walk.page()).toMatchObject({ state: 'UNSUITABLE', actions: [], steps: expect.arrayContaining([expect.objectContaining({ action: 'refuse', opinion: '申请人有虐待记录，不适合收养' })]) })
  })

  it('of a foundling is registered only after the notice of 60 days, which the review does not count', async () => {
    const walk = await (await AdoptionWalk.begin(office, { kind: 'FOUNDLING', giver: { kind: 'INSTITUTION', name: '昆明市儿童福利院', document: null } })).registering('2025-10-10')
    expect(await walk.page()).toMatchObject({ state: 'REGISTERING', dueOn: '2025-11-10', review: { acceptedOn: '2025-10-10', noticeOn: null } })
    const outcome = { outcome: 'REGISTERED', certificateNumber: '（2025）滇昆西收字第 3 号', on: '2025-10-10' }
    expect((await walk.act(staff.bureauClerk, routes.recordAdoptionOutcome, outcome)).body).toMatchObject({ code: 'adoption-notice-missing' })
    await walk.must(staff.bureauClerk, routes.announceAdoption, { noticeOn: '2025-10-10' })
    expect(await walk.page()).toMatchObject({ review: { noticeOn: '2025-10-10', noticeUntil: '2025-12-09', dueOn: '2026-01-08' } })
    await office.advanceTo('2025-12-12')
    await walk.must(staff.bureauClerk, routes.recordAdoptionOutcome, { ...outcome, on: '2025-12-12' })
    await walk.must(staff.bureauClerk, routes.recordAdoptionVisit, { visitedOn: '2025-12-12', visitors: '王春梅', findings: '孩子已适应新家庭生活' })
    expect(await walk.page()).toMatchObject({ state: 'CLOSED', dueOn: null, outcome: { certificateNumber: '（2025）滇昆西收字第 3 号' }, visits: [{ findings: '孩子已适应新家庭生活' }] })
  })

  it('of another child has no notice to be told of', async () => {
    const walk = await (await AdoptionWalk.begin(office)).registering('2025-12-12')
    expect((await walk.act(staff.bureauClerk, routes.announceAdoption, { noticeOn: '2025-12-12' })).body).toMatchObject({ code: 'adoption-no-notice' })
  })
})
