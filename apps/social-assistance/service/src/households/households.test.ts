import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aMember, aPerson, aSheet, someFinances } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const withoutDocument = (member: object) => Object.fromEntries(Object.entries(member).filter(([name]) => name !== 'document'))

describe('the household sheet', () => {
  it('takes the applicant’s number from the window, keeps stored numbers, and asks for the others', async () => {
    const walk = await new CaseWalk(office).to('ACCEPTED')
    const wife = aPerson('陈芳', { sex: '2' })
    const applicant = withoutDocument(aMember(walk.applicant))
    const missing = await walk.act(staff.clerk, routes.fillHousehold, aSheet([applicant, withoutDocument(aMember(wife, { relation: '1' }))]))
    expect(missing.body).toMatchObject({ status: 422, code: 'document-required', errors: [{ field: 'members.1.document.number' }] })
    await walk.must(staff.clerk, routes.fillHousehold, aSheet([applicant, aMember(wife, { relation: '1' })]))
    await walk.must(staff.clerk, routes.fillHousehold, aSheet([applicant, withoutDocument(aMember(wife, { relation: '1', name: '陈芳芳' }))]))
    const { household_id: id } = await walk.row<{ household_id: string }>('household_id')
    expect(await office.sql(`select name, document_masked, position from household_member where household_id = $1 order by position`, [id])).toEqual([
      { name: '王建国', document_masked: expect.stringMatching(/^530112\*{8}\d{3}[\dX]$/), position: 0 },
      { name: '陈芳芳', document_masked: expect.stringMatching(/^530112\*{8}/), position: 1 },
    ])
    expect(await office.sql(`select applicant_name, member_count, account_last_four, version from household where id = $1`, [id])).toEqual([{ applicant_name: '王建国', member_count: 2, account_last_four: '5678', version: 2 }])
  })

  it('refuses a stranger’s birthday, the same paper twice and a sheet without the applicant', async () => {
    const walk = await new CaseWalk(office).to('ACCEPTED')
    const fill = (...members: object[]) => walk.act(staff.clerk, routes.fillHousehold, aSheet(members))
    expect((await fill(withoutDocument(aMember(walk.applicant, { birthDate: '1980-01-01' })))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'members.0.birthDate' }] })
    expect((await fill(withoutDocument(aMember(walk.applicant, { sex: '2' })))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'members.0.sex' }] })
    const twin = aMember({ ...aPerson('王小国'), document: { ...walk.applicant.document, type: '2' } }, { relation: '2' })
    expect((await fill(aMember(walk.applicant), twin)).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'members.1.document.number' }] })
    expect((await fill(aMember(aPerson('别人')))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'members', message: expect.stringContaining('申请人') }] })
    expect((await fill(aMember(aPerson('王建国', { birthDate: '2025-12-01' })))).status).toBe(422)
    expect(await walk.row('household_id')).toEqual({ household_id: null })
  })

  it('is closed once the opinion is asked for', async () => {
    const walk = await new CaseWalk(office).to('OPINION')
    expect((await walk.act(staff.clerk, routes.fillHousehold, aSheet([aMember(walk.applicant)]))).body).toMatchObject({ status: 409, code: 'not-editable', detail: expect.stringContaining('待初审') })
    expect((await walk.act(staff.clerk, routes.fillFinances, someFinances(walk.memberIds))).body).toMatchObject({ code: 'not-editable' })
  })

  it('moves the case and its check with the family to another community of the street', async () => {
    const walk = await new CaseWalk(office).to('INVESTIGATING')
    await walk.must(staff.clerk, routes.fillHousehold, aSheet([aMember(walk.applicant)], { divisionCode: '530112001002' }))
    for (const table of ['application_finances', 'means_check'])
      expect(await office.sql(`select division_code from ${table} where application_id = $1`, [walk.id])).toEqual([{ division_code: '530112001002' }])
    for (const table of ['case_step', 'attachment'])
      expect(await office.sql(`select distinct division_code from ${table} where ${table === 'case_step' ? 'case_id' : 'subject_id'} = $1`, [walk.id])).toEqual([{ division_code: '530112001002' }])
    walk.check = await walk.row('id, version', 'means_check', 'application_id')
    await walk.to('OPINION')
  })

  it('leaves a family that is already here one household, and one open case', async () => {
    const applicant = aPerson('钱多多')
    const first = await new CaseWalk(office, { applicant }).to('ACCEPTED')
    await first.fillSheet()
    const second = await new CaseWalk(office, { applicant }).to('SUBMITTED')
    expect((await second.act(staff.clerk, routes.fillHousehold, aSheet([aMember(applicant)]))).body).toMatchObject({ status: 409, code: 'household-number-taken' })
    await first.file('WITHDRAWAL_REQUEST')
    await first.must(staff.clerk, routes.withdrawApplication, { requestedOn: '2025-09-30' })
    await second.must(staff.clerk, routes.fillHousehold, aSheet([aMember(applicant)]))
    expect(await second.row('household_id')).toEqual(await first.row('household_id'))
  })

  it('opens the check again for who joined after it', async () => {
    const walk = await new CaseWalk(office).to('OPINION')
    await walk.must(staff.reviewer, routes.sendBackSurvey, { reason: '漏报一名家庭成员' })
    const wife = aPerson('陈芳', { sex: '2' })
    await walk.must(staff.clerk, routes.fillHousehold, aSheet([aMember(walk.applicant), aMember(wife, { relation: '1' })]))
    expect(await walk.row('state, round, concluded_on, due_on::text', 'means_check', 'application_id')).toEqual({ state: 'REQUESTED', round: 2, concluded_on: null, due_on: '2025-10-11' })
  })
})

describe('finances', () => {
  it('belong to members of the household and to days that have been', async () => {
    const walk = await new CaseWalk(office).to('ACCEPTED')
    expect((await walk.act(staff.clerk, routes.fillFinances, someFinances(walk.memberIds))).body).toMatchObject({ code: 'household-incomplete' })
    await walk.fillSheet()
    const stranger = crypto.randomUUID()
    expect((await walk.act(staff.clerk, routes.fillFinances, someFinances([stranger]))).body).toMatchObject({ status: 422, code: 'member-unknown', errors: [{ field: 'examined.0.memberId' }] })
    const later = { ...someFinances(walk.memberIds), examined: [{ memberId: walk.memberIds[0], on: '2025-10-01' }] }
    expect((await walk.act(staff.clerk, routes.fillFinances, later)).body).toMatchObject({ code: 'date-in-future', errors: [{ field: 'examined.0.on' }] })
  })

  it('of a member who is taken off the sheet go with him', async () => {
    const wife = aPerson('陈芳', { sex: '2' })
    const walk = new CaseWalk(office, { others: [{ person: wife, facts: { relation: '1' } }] })
    await walk.to('ACCEPTED')
    await walk.fillSheet()
    await walk.must(staff.clerk, routes.fillHousehold, aSheet([aMember(walk.applicant)]))
    expect(await walk.row(`jsonb_array_length(finances -> 'examined') as examined`, 'application_finances', 'application_id')).toEqual({ examined: 1 })
  })
})

describe('a person entering alone', () => {
  it('is one of the household, and stays on its sheet', async () => {
    const wife = aPerson('陈芳', { sex: '2' })
    const walk = new CaseWalk(office, { others: [{ person: wife, facts: { relation: '1', disability: { category: '4', level: '1', certifiedOn: '2020-01-01' } } }] })
    await walk.to('ACCEPTED')
    await walk.fillSheet()
    expect((await walk.act(staff.clerk, routes.chooseEntry, { entry: 'SINGLE', singleMemberId: crypto.randomUUID() })).body).toMatchObject({ code: 'member-unknown' })
    await walk.must(staff.clerk, routes.chooseEntry, { entry: 'SINGLE', singleMemberId: wife.id })
    expect((await walk.act(staff.clerk, routes.fillHousehold, aSheet([aMember(walk.applicant)]))).body).toMatchObject({ code: 'member-unknown' })
    await walk.to('CONFIRMED', 69300)
    expect(await office.sql(`select name from benefit_member join benefit on id = benefit_id where application_id = $1`, [walk.id])).toEqual([{ name: '陈芳' }])
  })
})

describe('text that means something to a machine', () => {
  it('is stored as it was typed', async () => {
    const address = `'; drop table application; -- <script>alert(1)</script> {{7*7}}`
    const draft = await office.call(staff.clerk, routes.createDraft, { body: { applicantName: `O'Brien <b>`, address } })
    expect(await office.sql(`select applicant_name, address from application where id = $1`, [draft.body.id])).toEqual([{ applicant_name: `O'Brien <b>`, address }])
  })
})
