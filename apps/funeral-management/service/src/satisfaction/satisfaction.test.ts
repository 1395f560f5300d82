import { routes, type SurveyDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCremation, registered } from '../testing/deaths'
import { openOffice, staff } from '../testing/office'
import { aHall, issued } from '../testing/services'

let office: TestService
let hall: string
beforeAll(async () => {
  office = await openOffice()
  hall = await aHall(office, { name: '西山殡仪馆' })
})
afterAll(() => office.close())

const survey = async (id: string): Promise<SurveyDetail> => (await office.call(staff.discipline, routes.getSurvey, { params: { id } })).body
const codeOf = async (id: string): Promise<string> => (await office.call(staff.hallClerk, routes.showSurveyCode, { params: { id } })).body.code
const answer = (code: string, changed: object = {}) => office.call(null, routes.answerByCode, { body: { code, grade: 'SATISFIED', words: '', ...changed } })
const byClerk = (id: string, changed: object = {}) => office.call(staff.clerk, routes.answerSurvey, { params: { id }, body: { version: 1, grade: 'SATISFIED', words: '', source: 'TELEPHONE', answeredOn: '2025-09-30', ...changed } })

async function invited(facility = hall): Promise<string> {
  const deathId = await registered(office, staff.bureauClerk)
  await issued(office, deathId, facility)
  const [row] = await office.sql<{ id: string }>(`select id from survey where death_id = '${deathId}'`)
  return row?.id ?? ''
}

describe('a family', () => {
  it('is asked once after a bill, whatever else is billed there', async () => {
    const deathId = await registered(office, staff.bureauClerk)
    await issued(office, deathId, hall)
    await issued(office, deathId, hall, { lines: [{ code: 'J04', serviceOn: '2025-09-25', quantity: 3 }] })
    expect(await office.sql(`select state, closes_on::text as closes from survey where death_id = '${deathId}'`)).toEqual([{ state: 'INVITED', closes: '2025-12-29' }])
    expect((await office.call(staff.hallClerk, routes.inviteFamily, { body: { deathId, facilityId: hall } })).body).toMatchObject({ code: 'survey-known' })
  })

  it('is asked after a cremation that was not billed', async () => {
    const deathId = await registered(office, staff.bureauClerk)
    await office.call(staff.hallClerk, routes.recordCremation, { body: aCremation(null, { deathId }) })
    expect((await office.call(staff.hallClerk, routes.inviteFamily, { body: { deathId, facilityId: hall } })).status).toBe(200)
  })

  it('answers once by its code, without signing in, and is shown nothing of the dead', async () => {
    const id = await invited()
    const code = await codeOf(id)
    expect(code).toMatch(/^[A-Z2-7]{20}$/)
    expect((await office.call(null, routes.showSurvey, { body: { code } })).body).toEqual({ facilityName: '西山殡仪馆', invitedOn: '2025-09-30', closesOn: '2025-12-29', isOpen: true })
    expect((await answer(code.toLowerCase(), { words: '工作人员很耐心' })).status).toBe(204)
    expect(await survey(id)).toMatchObject({ state: 'ANSWERED', grade: 'SATISFIED', words: '工作人员很耐心', source: 'LINK', answeredOn: '2025-09-30', enteredBy: '', steps: [{}, { actorName: '家属（评价码）' }] })
    expect((await answer(code, { grade: 'NEUTRAL' })).body).toMatchObject({ code: 'survey-over' })
    expect((await office.call(null, routes.showSurvey, { body: { code } })).body).toMatchObject({ isOpen: false })
    expect(await office.sql(`select 1 from survey where code_lookup = '${code}' or code_sealed like '%${code}%'`)).toEqual([])
  })

  it.each([
    ['没有的评价码', { code: 'A'.repeat(20) }, 'survey-code-unknown'],
    ['不像评价码', { code: "x' or 1=1" }, 'invalid-input'],
    ['没有选择', { grade: null }, 'invalid-input'],
  ])('is refused: %s', async (_case, changed, code) => {
    expect((await answer(await codeOf(await invited()), changed)).body).toMatchObject({ code })
  })

  it('is asked by telephone or on paper, and who wrote it down is kept', async () => {
    const id = await invited()
    expect((await byClerk(id, { source: 'LINK' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'source' }] })
    expect((await byClerk(id, { answeredOn: '2025-10-01' })).body).toMatchObject({ code: 'survey-date' })
    expect((await byClerk(id, { source: 'PAPER', grade: 'NEUTRAL' })).status).toBe(200)
    expect(await survey(id)).toMatchObject({ state: 'ANSWERED', source: 'PAPER', enteredBy: '李红梅' })
    expect((await byClerk(id)).body).toMatchObject({ code: 'stale-version' })
  })
})

it('who is not satisfied becomes a task with its clock, until somebody has spoken with them', async () => {
  const id = await invited()
  await answer(await codeOf(id), { grade: 'DISSATISFIED', words: '等候时间太长' })
  expect(await survey(id)).toMatchObject({ state: 'FOLLOW_UP', dueOn: '2025-10-14' })
  const waits = async () => (await office.call(staff.bureauClerk, routes.findTasks)).body.tasks.find((task) => task.id === id)
  expect(await waits()).toMatchObject({ dueOn: '2025-10-14', title: '西山殡仪馆', path: `/funeral-management/services/satisfaction/${id}` })
  const followUp = (changed: object = {}) => office.call(staff.bureauClerk, routes.followUpSurvey, { params: { id }, body: { version: 2, contactedOn: '2025-09-30', outcome: 'RESOLVED', result: '已致电说明并致歉', ...changed } })
  expect((await followUp({ contactedOn: '2025-09-29' })).body).toMatchObject({ code: 'survey-date' })
  expect((await followUp({ outcome: null })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'outcome' }] })
  expect((await followUp()).status).toBe(200)
  expect(await survey(id)).toMatchObject({ state: 'CLOSED', outcome: 'RESOLVED', dueOn: null })
  expect(await waits()).toBeUndefined()
})

it('the rate is very and fairly satisfied answers of all, by facility and month', async () => {
  const other = await aHall(office, { name: '碧鸡殡仪馆' })
  for (const grade of ['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL']) await byClerk(await invited(other), { grade })
  await invited(other)
  const { body } = await office.call(staff.discipline, routes.getSatisfaction, { query: {} })
  expect(body.facilities.find(({ id }) => id === other)).toEqual({ id: other, name: '碧鸡殡仪馆', invited: 4, answers: 3, satisfied: 2, dissatisfied: 0, rate: 66.67 })
  expect(body).toMatchObject({ year: 2025, months: [{ month: '2025-09', invited: body.total.invited }] })
  expect((await office.call(staff.discipline, routes.getSatisfaction, { query: { year: '2024' } })).body).toMatchObject({ total: { answers: 0, rate: null }, facilities: [] })
})

it('a code is of no use past its day', async () => {
  const code = await codeOf(await invited())
  await office.advanceTo('2025-12-30')
  expect((await answer(code)).body).toMatchObject({ code: 'survey-over' })
})
