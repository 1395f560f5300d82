import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BatchWalk } from '../disbursements/batch-walk.testing'
import { aHouseholdInPay, anEvent, hear } from '../testing/death-households'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await aHouseholdInPay(office, { people: ['郭在保'] })
})
afterAll(() => office.close())

it('a list of deaths that was never connected is noted and stops nothing; one that is late stops clerk and director until they say why', { timeout: 60_000 }, async () => {
  const walk = await (await new BatchWalk(office).create('2025-09')).calculate()
  expect((await walk.detail()).findings).toContainEqual({ code: 'DEATH_LIST_STALE', severity: 'NOTE', open: 1, all: 1 })
  await walk.answerAll()
  await walk.fund()
  await hear(office, anEvent('death-list.received', { source: 'HALL', coversTo: '2025-09-20', rows: 3 }))
  const late = { code: 'death-list-stale', detail: expect.stringContaining('殡仪馆名单只更新到 2025-09-20') }
  expect((await walk.act(staff.bureauClerk, routes.submitBatch)).body).toMatchObject(late)
  await walk.must(staff.bureauClerk, routes.submitBatch, { staleDeathsReason: '名单明日到，先行报审' })
  await walk.must(staff.head, routes.approveBySection, { opinion: '情况属实，同意' })
  await walk.must(staff.finance, routes.approveByFinance, { opinion: '资金已落实，同意' })
  await walk.must(staff.approver, routes.approveByLeader, { opinion: '同意发放' })
  expect((await walk.sign()).body).toMatchObject({ ...late, errors: [{ field: 'staleDeathsReason', message: expect.any(String) }] })
  expect((await walk.act(staff.director, routes.approveByDirector, { opinion: '同意发放', staleDeathsReason: '节前须发放到位' })).status).toBe(200)
  const [step] = await office.sql<{ input: object }>(`select input from case_step where case_id = $1 and action = 'approveByDirector'`, [walk.id])
  expect(step?.input).toMatchObject({ staleDeathsReason: '节前须发放到位' })
})

it('a list that is in time again stops nobody', { timeout: 60_000 }, async () => {
  await hear(office, anEvent('death-list.received', { source: 'HALL', coversTo: '2025-09-29', rows: 0 }))
  const walk = await (await new BatchWalk(office).create('2025-10')).calculate()
  await walk.toDirector()
  expect((await walk.sign()).status).toBe(200)
})
