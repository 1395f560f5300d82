import type { Actor, EventEnvelope } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { routes, type DeathTaskKind } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { ChangeWalk, benefitOf } from '../testing/change-walk'
import { closeMonth } from '../testing/closed-months'
import { aHouseholdInPay, anEvent, died, hear, standingOf } from '../testing/death-households'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const opinion = '已电话和入户核实，情况属实'
const tasksOf = (of: { deathId?: string; benefitId?: string; kind?: DeathTaskKind }) =>
  office.sql<{ id: string; kind: string; state: string; version: number; due_on: string | null; detail: string }>(
    `select id, kind, state, version, due_on::text, detail from death_task where ($1::uuid is null or death_id = $1) and ($2::uuid is null or benefit_id = $2) and ($3::text is null or kind = $3) order by number`,
    [of.deathId ?? null, of.benefitId ?? null, of.kind ?? null],
  )
type Acting = typeof routes.confirmDeathMatch | typeof routes.rejectDeathMatch | typeof routes.recomputeAfterDeath | typeof routes.finishDeathRecheck | typeof routes.changeCardAfterDeath | typeof routes.settleDeathTask
const act = async (actor: Actor, route: Acting, id: string) => {
  const [task] = await office.sql<{ version: number }>(`select version from death_task where id = $1`, [id])
  return office.call(actor, route, { params: { id }, body: { version: task?.version, opinion } })
}
/** Written past the triggers. */
async function past(sql: string, parameters: unknown[]): Promise<void> {
  await office.sql(`set session_replication_role = replica`)
  await office.sql(sql, parameters)
  await office.sql(`set session_replication_role = default`)
}
async function moveTo(community: string, benefitId: string): Promise<void> {
  for (const table of ['benefit_amount', 'benefit_member']) await past(`update ${table} set division_code = $1 where benefit_id = $2`, [community, benefitId])
  await past(`update household_member set division_code = $1 where household_id = (select household_id from benefit where id = $2)`, [community, benefitId])
  await past(`update household set division_code = $1 where id = (select household_id from benefit where id = $2)`, [community, benefitId])
  await past(`update benefit set division_code = $1 where id = $2`, [community, benefitId])
}
const unidentified = (name: string, source: 'REGISTRATION' | 'POLICE' = 'REGISTRATION', birthDate: string | null = null): EventEnvelope =>
  anEvent('person.died-unidentified', { deathId: crypto.randomUUID(), revision: 1, diedOn: '2025-09-10', source, name, birthDate })
const idOf = ({ payload }: EventEnvelope): string => String(payload['deathId'])

describe('a death without a number', () => {
  it('is asked of the street whose payee bears the name, and confirmed it is as any other', async () => {
    const { benefitId } = await aHouseholdInPay(office, { people: ['孙无号'] })
    const event = unidentified('孙无号', 'POLICE', '1950-03-05')
    await hear(office, event)
    const [task] = await tasksOf({ deathId: idOf(event) })
    expect(task).toMatchObject({ kind: 'NAME_MATCH', state: 'AT_STREET', due_on: '2025-10-14' })
    expect((await standingOf(office, benefitId)).state).toBe('NORMAL')
    expect((await act(staff.neighbour, routes.confirmDeathMatch, task?.id ?? '')).status).toBe(404)
    expect((await act(staff.clerk, routes.settleDeathTask, task?.id ?? '')).status).toBe(403)
    expect((await act(staff.clerk, routes.finishDeathRecheck, task?.id ?? '')).body).toMatchObject({ code: 'task-of-kind' })
    expect((await act(staff.clerk, routes.confirmDeathMatch, task?.id ?? '')).status).toBe(200)
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'HELD', stops: ['REPORTED'] })
    expect((await act(staff.clerk, routes.confirmDeathMatch, task?.id ?? '')).body).toMatchObject({ code: 'match-elsewhere' })
  })

  it('of another birth is nobody’s here; a list settles that itself, a registration asks the bureau', async () => {
    await aHouseholdInPay(office, { people: ['孙异生'] })
    const [listed, registered] = [unidentified('孙异生', 'POLICE', '1960-01-01'), unidentified('孙异生', 'REGISTRATION', '1960-01-01')]
    await hear(office, listed, registered)
    expect(await tasksOf({ deathId: idOf(listed) })).toEqual([])
    expect(await tasksOf({ deathId: idOf(registered) })).toMatchObject([{ kind: 'NO_MATCH', state: 'AT_BUREAU' }])
    const [task] = await tasksOf({ deathId: idOf(registered) })
    expect((await act(staff.bureauClerk, routes.settleDeathTask, task?.id ?? '')).status).toBe(200)
  })

  it('with two of the name: one says no, the other yes, and the question is over', async () => {
    const [one, two] = [await aHouseholdInPay(office, { people: ['孙同名'] }), await aHouseholdInPay(office, { people: ['孙同名'] })]
    const event = unidentified('孙同名')
    await hear(office, event)
    const [first] = await tasksOf({ benefitId: one.benefitId })
    expect((await act(staff.clerk, routes.rejectDeathMatch, first?.id ?? '')).status).toBe(200)
    const [second] = await tasksOf({ benefitId: two.benefitId })
    expect((await act(staff.clerk, routes.confirmDeathMatch, second?.id ?? '')).status).toBe(200)
    expect((await standingOf(office, one.benefitId)).state).toBe('NORMAL')
    expect((await standingOf(office, two.benefitId)).state).toBe('HELD')
  })

  it('of a name that too many bear is one question to the bureau', async () => {
    for (let n = 0; n < 6; n++) await aHouseholdInPay(office, { people: ['张多人'] })
    const event = unidentified('张多人')
    await hear(office, event)
    expect(await tasksOf({ deathId: idOf(event) })).toMatchObject([{ kind: 'NO_MATCH', detail: expect.stringContaining('6 人') }])
  })

  it('that was none of those who bear the name goes to the bureau the next day', async () => {
    await aHouseholdInPay(office, { people: ['孙都不'] })
    const event = unidentified('孙都不')
    await hear(office, event)
    const [task] = await tasksOf({ deathId: idOf(event) })
    await act(staff.clerk, routes.rejectDeathMatch, task?.id ?? '')
    await office.advanceTo('2025-10-01')
    expect(await tasksOf({ deathId: idOf(event) })).toMatchObject([{ kind: 'NAME_MATCH', state: 'REJECTED' }, { kind: 'NO_MATCH', state: 'AT_BUREAU' }])
  })

  it('that later comes with a number withdraws the question', async () => {
    const { benefitId } = await aHouseholdInPay(office, { people: ['孙后知'] })
    const other = await aHouseholdInPay(office, { people: ['李后知'] })
    const event = unidentified('孙后知')
    await hear(office, event)
    await hear(office, died(other.keys['李后知'] ?? '', '2025-09-10', { deathId: idOf(event), revision: 2 }))
    expect(await tasksOf({ benefitId })).toMatchObject([{ kind: 'NAME_MATCH', state: 'WITHDRAWN' }])
    expect((await standingOf(office, other.benefitId)).state).toBe('HELD')
  })
})

it('a list of deaths that concern nobody makes no task, and is known when somebody comes into pay', async () => {
  const before = (await tasksOf({})).length
  await hear(office, ...Array.from({ length: 150 }, (_, n) => died(`stranger-${n}`, '2025-09-01')))
  expect((await tasksOf({})).length).toBe(before)
  expect(await office.sql(`select count(*)::int as n from known_death where person_key like 'stranger-%'`)).toEqual([{ n: 150 }])
})

it('two days for one death are a conflict for the bureau, over when they agree', async () => {
  const { keys } = await aHouseholdInPay(office, { people: ['钱两日'] })
  const [key, deathId] = [keys['钱两日'] ?? '', crypto.randomUUID()]
  await hear(office, died(key, '2025-09-10', { deathId }))
  await hear(office, anEvent('person.death-disputed', { deathId, revision: 2, diedOn: '2025-09-10', otherDiedOn: '2025-08-10', source: 'POLICE' }, key))
  expect(await tasksOf({ deathId, kind: 'CONFLICT' })).toMatchObject([{ state: 'AT_BUREAU', detail: expect.stringContaining('2025-08-10') }])
  await hear(office, died(key, '2025-08-10', { deathId, revision: 3 }))
  expect(await tasksOf({ deathId, kind: 'CONFLICT' })).toMatchObject([{ state: 'WITHDRAWN' }])
})

describe('survivors', () => {
  it('are paid again with everything that was held, when the card is theirs', async () => {
    const { benefitId, keys } = await aHouseholdInPay(office, { people: ['吴持卡', '吴在世'] })
    await hear(office, died(keys['吴持卡'] ?? '', '2025-08-20'))
    const [task] = await tasksOf({ benefitId, kind: 'CARD_CHANGE' })
    expect(task?.due_on).toBe('2025-11-20')
    expect((await act(staff.clerk, routes.changeCardAfterDeath, task?.id ?? '')).body).toMatchObject({ code: 'card-not-changed' })
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`update household set account_holder = '吴在世' where id = (select household_id from benefit where id = $1)`, [benefitId])
    await office.sql(`set session_replication_role = default`)
    expect((await act(staff.clerk, routes.changeCardAfterDeath, task?.id ?? '')).status).toBe(200)
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'NORMAL', holds: [], tasks: ['CARD_CHANGE DONE', 'RECHECK AT_STREET'] })
    await office.advanceTo('2025-10-02')
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'NORMAL', tasks: ['CARD_CHANGE DONE', 'RECHECK AT_STREET'] })
  })

  it('by the rules: only the dead person’s share is claimed, and the re-check comes to the same', { timeout: 120_000 }, async () => {
    const spouse = aPerson('周在世', { sex: '2' })
    await new CaseWalk(office, { applicant: aPerson('周户主'), others: [{ person: spouse, facts: { relation: '1' } }] }).to('CONFIRMED', 126_000)
    const { id: benefitId, amount_fen: amount } = await benefitOf(office, '周户主')
    expect(amount).toBe('126000')
    await office.advanceTo('2026-01-05')
    for (const month of ['2025-11', '2025-12']) await closeMonth(office, month)
    const [member] = await office.sql<{ key: string }>(`select person_key as key from benefit_member where benefit_id = $1 and name = '周在世'`, [benefitId])
    const deathId = crypto.randomUUID()
    await hear(office, died(member?.key ?? '', '2025-10-20', { deathId }))
    expect((await standingOf(office, benefitId)).claims).toEqual({ '2025-11': 63_000, '2025-12': 63_000 })
    const [task] = await tasksOf({ benefitId, kind: 'RECHECK' })
    expect((await act(staff.clerk, routes.finishDeathRecheck, task?.id ?? '')).body).toMatchObject({ code: 'recompute-missing' })
    expect((await act(staff.clerk, routes.recomputeAfterDeath, task?.id ?? '')).status).toBe(200)
    const [change] = await office.sql<{ id: string; version: number }>(`select id, version from benefit_change where benefit_id = $1 and kind = 'RECOMPUTE'`, [benefitId])
    expect((await act(staff.clerk, routes.finishDeathRecheck, task?.id ?? '')).body).toMatchObject({ code: 'recompute-open' })
    const walk = Object.assign(new ChangeWalk(office, benefitId), change)
    await walk.fill(0, ({ members }) => ({ members: members.filter(({ name }) => name !== '周在世'), examined: members.filter(({ name }) => name !== '周在世').map(({ id }) => ({ memberId: id, on: '2025-09-29' })) }))
    expect((await walk.decide('CHANGE', 63_000, { fromMonth: '2025-11' })).status).toBe(200)
    expect((await standingOf(office, benefitId)).claims).toEqual({ '2025-11': 63_000, '2025-12': 63_000 })
    expect((await act(staff.clerk, routes.finishDeathRecheck, task?.id ?? '')).status).toBe(200)
    await hear(office, anEvent('person.death-revoked', { deathId, revision: 2, reason: '误登' }, member?.key))
    expect(await tasksOf({ deathId, kind: 'REINSTATE' })).toMatchObject([{ state: 'AT_BUREAU' }])
    expect((await standingOf(office, benefitId)).claims).toEqual({})
  })
})

describe('a task of a household', () => {
  it('is not its near relatives’ to do: not among their tasks, without actions, refused', async () => {
    const { benefitId, keys } = await aHouseholdInPay(office, { people: ['冯亲属', '冯亡人'] })
    await past(`update household_member set facts = jsonb_set(facts, '{staffRelative}', $1::jsonb) where name = '冯亲属'`, [JSON.stringify({ name: '赵云波', post: '西苑街道', relation: '表弟', accountId: staff.colleague.id })])
    await hear(office, died(keys['冯亡人'] ?? '', '2025-09-20'))
    const [task] = await tasksOf({ benefitId, kind: 'RECHECK' })
    const id = task?.id ?? ''
    const tasksFor = async (actor: Actor) => (await office.call(actor, routes.findTasks)).body.tasks.map((each) => each.id)
    const actionsFor = async (actor: Actor) => (await office.call(actor, routes.getDeathTask, { params: { id } })).body.actions.map(({ action }) => action)
    expect(await tasksFor(staff.clerk)).toContain(id)
    expect(await tasksFor(staff.colleague)).not.toContain(id)
    expect(await actionsFor(staff.clerk)).toEqual(['recompute', 'finishRecheck'])
    expect(await actionsFor(staff.colleague)).toEqual([])
    for (const route of [routes.recomputeAfterDeath, routes.finishDeathRecheck]) expect((await act(staff.colleague, route, id)).body).toMatchObject({ status: 403, code: 'staff-relative' })
    expect((await act(staff.clerk, routes.recomputeAfterDeath, id)).status).toBe(200)
  })

  it('in another street than the death shows that street the death, with its own household alone', async () => {
    const [here, there] = [await aHouseholdInPay(office, { people: ['秦两处'] }), await aHouseholdInPay(office, { people: ['秦两处', '秦在世'] })]
    await moveTo('530112002001', there.benefitId)
    await past(`update benefit_member set person_key = $1 where name = '秦两处'`, [here.keys['秦两处']])
    const deathId = crypto.randomUUID()
    await hear(office, died(here.keys['秦两处'] ?? '', '2025-08-20', { deathId }))
    await past(`update known_death set division_code = '530112001001' where id = $1`, [deathId])
    const { status, body } = await office.call(staff.neighbour, routes.getDeath, { params: { id: deathId } })
    expect([status, body.name, body.diedOn]).toEqual([200, '秦两处', '2025-08-20'])
    expect(body.households.map(({ benefitId }) => benefitId)).toEqual([there.benefitId])
    expect((await office.call(staff.clerk, routes.getDeath, { params: { id: deathId } })).body.households.map(({ benefitId }) => benefitId)).toEqual([here.benefitId])
  })

  it('in another street than the death is not done while the account is still the dead person’s, and is dated by the death', async () => {
    const [first, second] = [await aHouseholdInPay(office, { people: ['许异地'] }), await aHouseholdInPay(office, { people: ['许异地', '许在世'] })]
    await past(`update benefit_member set person_key = $1 where name = '许异地'`, [first.keys['许异地']])
    await moveTo('530112002001', second.benefitId)
    const deathId = crypto.randomUUID()
    await hear(office, died(first.keys['许异地'] ?? '', '2025-08-20', { deathId }))
    await past(`update known_death set division_code = '530112001001' where id = $1`, [deathId])
    const [card] = await tasksOf({ benefitId: second.benefitId, kind: 'CARD_CHANGE' })
    expect((await act(staff.neighbour, routes.changeCardAfterDeath, card?.id ?? '')).body).toMatchObject({ code: 'card-not-changed' })
    const [recheck] = await tasksOf({ benefitId: second.benefitId, kind: 'RECHECK' })
    expect((await act(staff.neighbour, routes.recomputeAfterDeath, recheck?.id ?? '')).status).toBe(200)
    expect(await office.sql(`select occurred_on::text from benefit_change where benefit_id = $1 and kind = 'RECOMPUTE'`, [second.benefitId])).toEqual([{ occurred_on: '2025-08-20' }])
  })
})

describe('lists that come', () => {
  it('or do not: silence is an alert, and it is over with the next list', { timeout: 60_000 }, async () => {
    const list = (coversTo: string) => anEvent('death-list.received', { source: 'HALL', coversTo, rows: 0 })
    await hear(office, list('2026-01-04'), list('2025-12-20'))
    await office.advanceTo('2026-01-11')
    expect(await tasksOf({ kind: 'FEED_SILENT' })).toEqual([])
    await office.advanceTo('2026-01-12')
    expect(await tasksOf({ kind: 'FEED_SILENT' })).toMatchObject([{ state: 'AT_BUREAU', detail: expect.stringContaining('2026-01-04') }])
    await hear(office, list('2026-01-12'))
    expect(await tasksOf({ kind: 'FEED_SILENT' })).toMatchObject([{ state: 'WITHDRAWN' }])
  })
})

describe('what came of it', () => {
  it('is told to the line that asks, death by death', async () => {
    const { keys } = await aHouseholdInPay(office, { people: ['郑反馈'] })
    const [ours, theirs, unheard] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    await hear(office, died(keys['郑反馈'] ?? '', '2026-01-03', { deathId: ours }), died('nobody-of-ours', '2026-01-03', { deathId: theirs }))
    const { body } = await office.call(someone('SERVICE'), routes.findDeathOutcomes, { body: { deathIds: [ours, theirs, unheard] } })
    expect(body.map(({ deathId, known, payee }) => [deathId, known, payee])).toEqual([[ours, true, true], [theirs, true, false], [unheard, false, false]])
    expect(body[0]?.words).toContain('缓发')
    expect((await office.call(staff.bureauClerk, routes.findDeathOutcomes, { body: { deathIds: [ours] } })).status).toBe(403)
  })

  it('is listed, shown and counted by month', async () => {
    const page = (await office.call(staff.head, routes.findDeaths, { query: { limit: 100 } })).body
    expect(page.rows.map(({ name }) => name)).toContain('郑反馈')
    const ours = page.rows.find(({ name }) => name === '郑反馈')
    expect((await office.call(staff.clerk, routes.getDeath, { params: { id: ours?.id ?? '' } })).body.households).toMatchObject([{ applicantName: '郑反馈', effects: [{ kind: 'HOLD' }, { kind: 'STOP' }] }])
    expect((await office.call(staff.neighbour, routes.getDeath, { params: { id: ours?.id ?? '' } })).status).toBe(404)
    const figures = (await office.call(someone('SERVICE'), routes.getDeathFigures, { query: { month: '2025-09' } })).body
    const [known] = await office.sql<{ deaths: number; payees: number }>(`select count(*)::int as deaths, count(*) filter (where exists (select from death_effect x where x.death_id = d.id and x.reversed_on is null))::int as payees from known_death d where state <> 'REVOKED'`)
    expect(figures).toMatchObject({ ...known, feeds: [{ source: 'POLICE', coversTo: null, silent: false }, { source: 'HEALTH' }, { source: 'HALL', coversTo: '2026-01-12' }] })
    const tasks = (await office.call(staff.clerk, routes.findDeathTasks, { query: { state: 'AT_STREET' } })).body.rows
    expect(tasks.length).toBeGreaterThan(0)
    expect((await office.call(staff.clerk, routes.getDeathTask, { params: { id: tasks[0]?.id ?? '' } })).body.actions.length).toBeGreaterThan(0)
  })
})
