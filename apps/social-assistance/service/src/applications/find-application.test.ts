import { findRuleText, routes } from '@xishan/social-assistance-contract'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { COMMUNITY, openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const child = { person: aPerson('陈芳', { birthDate: '2015-06-01', sex: '2' }), facts: { relation: '3', labour: null, employment: 'OUTSIDE', study: 'COMPULSORY' } }
const family = () => new CaseWalk(office, { others: [child], window: { agent: { name: '王小二', phone: '13900001111', relation: '侄子' } } })
const detail = async (walk: CaseWalk, reader = staff.clerk) => (await office.call(reader, routes.getApplication, { params: { id: walk.id } })).body
const actionsOf = async (walk: CaseWalk, reader = staff.clerk) => (await detail(walk, reader)).actions.map(({ action, blockedBy }) => (blockedBy ? `${action} — ${blockedBy}` : action))

describe('a case on one page', () => {
  it('has the window’s record and the actions of a draft', async () => {
    const walk = await family().to('DRAFT')
    expect(await detail(walk)).toMatchObject({
      number: walk.number, version: 1, applicantName: '王建国', phoneMasked: '138****5678', address: '凯苑路 8 号 2 幢 301 室', hukouName: '西苑街道', hardship: 'ILLNESS',
      agent: { name: '王小二', phoneMasked: '139****1111', relation: '侄子' }, memberList: [], finances: null, assessment: null, meansCheck: null, terms: [], suspensions: [], editable: true,
      actions: [{ action: 'submit', label: '提交申请', adverse: false, blockedBy: null }, { action: 'discard' }],
    })
  })

  it('has both clocks, the sheet, the finances and the trace with wordings while it is looked into', async () => {
    const walk = await family().to('INVESTIGATING')
    const page = await detail(walk)
    expect(page.memberList).toMatchObject([{ name: '王建国', documentMasked: expect.stringContaining('********') }, { name: '陈芳', relation: '3' }])
    expect(page.account).toEqual({ bank: '云南农信西苑支行', lastFour: '5678', holder: '户主' })
    expect(page.finances?.examined).toHaveLength(2)
    expect(page.meansCheck).toMatchObject({ state: 'REQUESTED', requestedOn: '2025-09-30', concludedOn: null })
    expect(page.terms.find(({ name }) => name === 'whole')).toMatchObject({ title: '全程办理', deadline: { startedOn: '2025-09-30', dueOn: '2025-11-18' }, light: 'green', endedOn: null })
    expect(page.terms.find(({ name }) => name === 'investigationStart')).toMatchObject({ light: 'green', endedOn: '2025-09-30' })
    expect(page.assessment).toMatchObject({ result: 'unknown', expectedFen: 132300 })
    for (const step of page.assessment?.trace.steps ?? []) expect(findRuleText(step.rule, step.version), step.rule).toBeDefined()
    expect(page.steps.map(({ actionLabel, actorName }) => `${actionLabel} ${actorName}`)).toEqual(['提交申请 李红梅', '受理 李红梅', '启动调查并提请核对 李红梅'])
    expect(page.attachments.map(({ kind }) => kind)).toEqual(['CHECK_AUTHORISATION', 'COMMITMENT'])
    expect(page.papers).toContain('ACCEPTANCE_NOTICE')
  })

  it('offers to each person what that person may do, and says what is still missing', async () => {
    const walk = await family().to('INVESTIGATING')
    expect(await actionsOf(walk)).toEqual([expect.stringMatching(/^investigate — .*入户调查表（签字）/), expect.stringMatching(/^withdraw — /)])
    expect(await actionsOf(walk, staff.reviewer)).toEqual([expect.stringMatching(/^withdraw — /), expect.stringMatching(/^terminate — /)])
    expect(await actionsOf(walk, staff.leader)).toEqual([])
    await walk.to('COUNTERSIGNING')
    expect(await actionsOf(walk)).not.toContain('countersign')
    expect(await actionsOf(walk, staff.colleague)).toContain('countersign')
  })

  it('follows the posting: its photo, its end, and where the case goes from there', async () => {
    const walk = await family().to('POSTING', 132300)
    const page = await detail(walk, staff.reviewer)
    expect(page.postings).toMatchObject([{ round: 1, startsOn: '2025-09-30', endsOn: '2025-10-09', recommend: true, amountFen: 132300, photoOn: null, closedOn: null, place: '凯苑社区公示栏' }])
    expect(page.surveys).toMatchObject([{ round: 1, investigator: '李红梅', countersignedBy: '赵云波', ways: ['HOME_VISIT', 'NEIGHBOURS'] }])
    expect(page.actions.find(({ action }) => action === 'submitToBureau')?.blockedBy).toContain('2025-10-09')
    expect(page.actions.map(({ action }) => action)).not.toContain('submitToLeader')
    await walk.file('POSTING_PHOTO', staff.community)
    expect((await detail(walk)).postings).toMatchObject([{ photoOn: '2025-09-30' }])
  })

  it('ends with the decision and what it stood on', async () => {
    const walk = await family().to('CONFIRMED', 132300)
    const page = await detail(walk, staff.approver)
    expect(page).toMatchObject({ state: 'CONFIRMED', amountFen: 132300, dueOn: null, light: null, editable: false, actions: [], decision: { outcome: 'CONFIRMED', decidedBy: '周文静', fromMonth: '2025-11', amountFen: 132300 } })
    expect(page.assessment).toMatchObject({ result: 'pass', amountFen: 132300, coveredMembers: 2 })
    expect(page.memberList.map(({ counted }) => counted)).toEqual([true, true])
    expect(page.papers).toContain('CONFIRMATION_NOTICE')
    expect(page.papers).not.toContain('REFUSAL_NOTICE')
  })
})

describe('what a role may see', () => {
  it('keeps income, property, diseases and accounts from a community helper', async () => {
    const walk = await new CaseWalk(office, { applicant: aPerson('杨病'), member: { seriousIllness: { name: '尿毒症', provenOn: '2025-05-01' } } }).to('INVESTIGATING')
    expect(JSON.stringify(await detail(walk))).toContain('尿毒症')
    const page = await detail(walk, staff.community)
    expect(page).toMatchObject({ applicantName: '杨病', finances: null, assessment: null, account: null, meansCheck: null, surveys: [], editable: false })
    expect(JSON.stringify(page)).not.toContain('尿毒症')
  })

  it('names an objector to those who answer, and a reporter to the bureau only', async () => {
    const walk = await family().to('POSTING', 132300)
    await walk.must(staff.reviewer, routes.recordReport, { receivedOn: '2025-10-10', way: 'LETTER', reporter: '举报甲', content: '该户另有住房出租' })
    await walk.must(staff.reviewer, routes.recordObjection, { receivedOn: '2025-10-10', way: 'VISIT', objector: '异议乙', phone: null, content: '该户有车辆' })
    const voices = async (reader: typeof staff.clerk) => (await detail(walk, reader)).objections.map(({ objector }) => objector).sort()
    expect(await voices(staff.clerk)).toEqual(['已具名', '异议乙'].sort())
    expect(await voices(staff.bureauClerk)).toEqual(['已具名', '举报甲'].sort())
    expect(await voices(staff.leader)).toEqual(['已具名', '已具名'])
  })

  it('offers a relative nothing, and hides the case from another street', async () => {
    const relative = someone('ST_CLERK', '530112001', '亲属丙')
    const walk = await new CaseWalk(office, { applicant: aPerson('丙之兄'), member: { staffRelative: { name: '亲属丙', post: '西苑街道办事处', relation: '弟弟', accountId: relative.id } } }).to('INVESTIGATING')
    expect(await detail(walk, relative)).toMatchObject({ actions: [], editable: false, separatelyRegistered: true, homeVisitRequired: true })
    expect((await office.call(relative, routes.findTasks)).body.tasks.map(({ number }) => number)).not.toContain(walk.number)
    expect((await office.call(staff.neighbour, routes.getApplication, { params: { id: walk.id } })).body).toMatchObject({ status: 404, code: 'not-found' })
    expect((await office.call(staff.community, routes.getApplication, { params: { id: walk.id } })).status).toBe(200)
    expect((await office.call(someone('COMMUNITY', `${COMMUNITY.slice(0, -1)}2`), routes.getApplication, { params: { id: walk.id } })).status).toBe(404)
  })
})
