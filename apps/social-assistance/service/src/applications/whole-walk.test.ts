import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('goes from the window to its confirmation by the hands of eight people', async () => {
  const walk = new CaseWalk(office, { others: [{ person: aPerson('陈芳', { birthDate: '2015-06-01', sex: '2' }), facts: { relation: '3', labour: null, employment: 'OUTSIDE', study: 'COMPULSORY' } }] })
  await walk.to('SUBMITTED')
  expect(walk.number).toMatch(/^XS-SA-2025-\d{6}$/)
  await walk.to('ACCEPTED')
  expect(await walk.row('due_on::text, warn_on::text')).toEqual({ due_on: '2025-10-11', warn_on: '2025-10-11' })
  await walk.to('INVESTIGATING')
  expect(await walk.row('due_on::text')).toEqual({ due_on: '2025-11-18' })
  await walk.to('POSTING', 132300)
  expect(await walk.row('place, starts_on::text, ends_on::text, member_count, amount_fen::int, recommend', 'posting', 'application_id')).toEqual({
    place: '凯苑社区公示栏', starts_on: '2025-09-30', ends_on: '2025-10-09', member_count: 2, amount_fen: 132300, recommend: true,
  })
  await walk.to('CONFIRMED', 132300)

  const [benefit] = await office.sql<{ id: string }>(`select id, number, from_month, to_month, amount_fen::int, member_count, category, state, recheck_on::text from benefit where application_id = $1`, [walk.id])
  expect(benefit).toMatchObject({ from_month: '2025-11', to_month: null, amount_fen: 132300, member_count: 2, category: 'A', state: 'NORMAL', recheck_on: '2026-10-10' })
  expect(await office.sql(`select name, supplement_fen::int, supplement_ground from benefit_member where benefit_id = $1 order by supplement_fen`, [benefit?.id])).toEqual([
    { name: '王建国', supplement_fen: 0, supplement_ground: null },
    { name: '陈芳', supplement_fen: 6300, supplement_ground: 'MINOR' },
  ])
  expect(await walk.row('outcome, from_month, remedy, assessment is not null as assessed', 'decision', 'application_id')).toEqual({ outcome: 'CONFIRMED', from_month: '2025-11', remedy: '', assessed: true })
  expect(await office.sql(`select name, counted, counted_because <> '' as because from household_member join application using (household_id) where application.id = $1 order by position`, [walk.id])).toEqual([
    { name: '王建国', counted: true, because: true },
    { name: '陈芳', counted: true, because: true },
  ])
  expect(await walk.row('due_on, state', 'application')).toEqual({ due_on: null, state: 'CONFIRMED' })
})

it('leaves one step per action, with the trace where the rules spoke, and an unbroken chain', async () => {
  const [{ id } = { id: '' }] = await office.sql<{ id: string }>(`select id from application limit 1`)
  const steps = await office.sql<{ action: string; traced: boolean }>(`select action, trace is not null as traced from case_step where case_id = $1 order by seq`, [id])
  expect(steps.map(({ action }) => action)).toEqual(['submit', 'accept', 'startInvestigation', 'investigate', 'countersign', 'giveOpinion', 'signOpinion', 'submitToBureau', 'audit', 'sign', 'confirm'])
  expect(steps.filter(({ traced }) => traced).map(({ action }) => action)).toEqual(['giveOpinion', 'confirm'])
  const chain = await office.sql<{ prev_hash: string; hash: string }>(`select prev_hash, hash from audit_entry where subject_id = $1 and subject_type = 'application' order by seq`, [id])
  chain.slice(1).forEach(({ prev_hash }, at) => expect(prev_hash).toBe(chain[at]?.hash))
})

it('tells the other lines, naming nobody', async () => {
  const [event] = await office.sql<{ envelope: Record<string, unknown> }>(`select envelope from outbox where type = 'subsistence-allowance.confirmed'`)
  expect(event?.envelope).toMatchObject({ payload: { fromMonth: '2025-11', amountFen: 132300, members: 2 }, occurredOn: '2025-10-10', personKey: expect.stringMatching(/^test\./) })
  expect(JSON.stringify(event)).not.toContain('王建国')
})

it('keeps identity numbers, telephones and accounts out of everything but their sealed columns', async () => {
  const dump = await office.sql<{ text: string }>(
    `select to_jsonb(t)::text as text from application t union all select to_jsonb(t)::text from household t union all select to_jsonb(t)::text from household_member t union all select to_jsonb(t)::text from audit_entry t
     union all select to_jsonb(t)::text from case_step t union all select envelope::text from outbox union all select to_jsonb(t)::text from decision t union all select to_jsonb(t)::text from benefit_member t`,
  )
  const all = dump.map(({ text }) => text).join('\n')
  for (const secret of [/530112(1979|2015)\d{9}[\dX]/, /13812345678/, /6223690012345678/]) expect(all).not.toMatch(secret)
})

it('is counted by nobody but the people of its street and the bureau', async () => {
  const answer = await office.call(staff.neighbour, routes.suspendClock, { params: { id: (await office.sql<{ id: string }>(`select id from application limit 1`))[0]?.id ?? '' }, body: { version: 1, reason: 'HEARING', explanation: '等待听证结果' } })
  expect(answer.body).toMatchObject({ status: 404, code: 'not-found' })
})
