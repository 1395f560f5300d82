import { MOURNING_STATE, adoptionLifecycle, awardLifecycle, awardListLifecycle, billLifecycle, graveLifecycle, priceSheetLifecycle, routes, settlementLifecycle, surveyLifecycle } from '@xishan/funeral-management-contract'
import { service as definition } from '@xishan/funeral-management-service'
import { verifyAudit } from '@xishan/service-kit'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationActor } from '../../accounts'
import { seedFuneralManagement } from '../seed-funeral-management'
import { astray, stepsOf } from '../testing/astray'
import { DATA_KEYS, FIRST_DAY } from '../testing/seeded-house'

const [clerk, head, director] = [demonstrationActor('bureau.clerk'), demonstrationActor('bureau.head'), demonstrationActor('director')]
let house: TestService
const all = <T>(sql: string) => house.sql<T>(sql)
const statesOf = async (table: string) => (await all<{ state: string }>(`select distinct state from ${table} order by 1`)).map(({ state }) => state)

beforeAll(async () => {
  house = await startTestService(definition, { settings: { dataKeys: DATA_KEYS, demonstrationStart: FIRST_DAY } })
  await seedFuneralManagement({ service: house.app, migratorUrl: house.migratorUrl, dataKeys: DATA_KEYS, progress: () => undefined }, { payees: [], namesakes: [] })
}, 300_000)
afterAll(() => house.close())

describe('eco-burial awards', () => {
  it('are about a hundred and fifty, in every state that a desk works on', async () => {
    const states = await statesOf('eco_award')
    expect(states).toEqual(Object.keys(awardLifecycle.states).sort())
    const [found] = await all<{ count: number }>(`select count(*)::int from eco_award`)
    expect(Math.abs((found?.count ?? 0) - 150)).toBeLessThan(10)
  })

  it('were paid with eleven lists that agree to the fen; another is under way', async () => {
    expect(await all(`select state, count(*)::int from award_list group by 1 order by 1`)).toEqual([{ state: 'CLOSED', count: 11 }, { state: 'SUBMITTED', count: 1 }])
    expect(await all(`select l.number from award_list l join lateral (select count(*)::int as lines, sum(amount_fen) as fen from award_line where list_id = l.id) s on true where l.line_count <> s.lines or l.total_fen <> s.fen`)).toEqual([])
    expect(await all(`select a.number from eco_award a join award_line l on l.award_id = a.id where l.amount_fen <> a.amount_fen`)).toEqual([])
  })

  it('pay nobody twice: once for each of the dead, once for each award', async () => {
    expect(await all(`select a.deceased_lookup from award_line l join eco_award a on a.id = l.award_id where l.state = 'PAID' group by 1 having count(*) > 1`)).toEqual([])
    expect(await all(`select a.number from eco_award a where (a.paid_on is not null) <> exists (select from award_line l where l.award_id = a.id and l.state = 'PAID')`)).toEqual([])
    expect(await all(`select a.number from award_line l join eco_award a on a.id = l.award_id where l.state = 'PAID' and known_dead_since(a.applicant_lookup) < l.outcome_on`)).toEqual([])
  })

  it('were paid again where the bank had failed, held for a payee who died, claimed back where nothing was due', async () => {
    const [found] = await all<{ again: number; held: number; back: number; rest: number }>(
      `select (select count(*) from award_line where state = 'PAID' and attempt = 2)::int as again, (select count(*) from award_line l join eco_award a on a.id = l.award_id where l.state = 'HELD' and known_dead_since(a.applicant_lookup) is not null)::int as held,
              (select count(*) from eco_award a where state = 'RECOVERED' and recovery_fen = (select sum(amount_fen) from award_repayment where award_id = a.id))::int as back,
              (select count(*) from eco_award a where state = 'RECOVERING' and recovered_fen = (select sum(amount_fen) from award_repayment where award_id = a.id) and recovered_fen < recovery_fen)::int as rest`,
    )
    expect(found).toEqual({ again: 2, held: 1, back: 1, rest: 1 })
  })
})

describe('prices and bills', () => {
  it('have two published versions at every facility, and sheets in every state', async () => {
    expect(await all(`select f.name from facility f where (select count(distinct effective_from) from price_line l where l.facility_id = f.id and l.published_on is not null) <> 2`)).toEqual([])
    expect(await statesOf('price_sheet')).toEqual(Object.keys(priceSheetLifecycle.states).sort())
  })

  it('charge what the catalogue says on the day of the service, add up, and give nobody more than is free', async () => {
    const [found] = await all<{ bills: number; free: number }>(`select count(*)::int as bills, count(*) filter (where free_fen > 0)::int as free from bill`)
    expect(Math.abs((found?.bills ?? 0) - 300)).toBeLessThan(25)
    expect(found?.free).toBeGreaterThan(50)
    expect(await all(`select l.code from bill_line l join bill b on b.id = l.bill_id where l.unit_fen is distinct from (select p.price_fen from price_line p where p.facility_id = b.facility_id and p.code = l.code and p.published_on is not null and p.effective_from <= l.service_on order by p.effective_from desc limit 1)`)).toEqual([])
    expect(await all(`select b.number from bill b join lateral (select sum(gross_fen) as gross, sum(free_fen) as free from bill_line where bill_id = b.id) s on true where b.gross_fen <> s.gross or b.free_fen <> s.free or b.due_fen <> s.gross - s.free`)).toEqual([])
    expect(await statesOf('bill')).toEqual(Object.keys(billLifecycle.states).sort())
  })

  it('are settled month by month, each free line once', async () => {
    expect(await all(`select state, count(*)::int from settlement group by 1 order by 1`)).toEqual([{ state: 'PAID', count: 11 }, { state: 'SUBMITTED', count: 1 }])
    expect(await all(`select s.number from settlement s where s.total_fen <> (select sum(b.free_fen) from settlement_line l join bill_line b on b.id = l.bill_line_id where l.settlement_id = s.id)`)).toEqual([])
    expect(await all(`select b.number from bill b join facility f on f.id = b.facility_id and f.kind = 'HALL' join bill_line l on l.bill_id = b.id where b.issued_on < '2025-09-01' and l.free_fen <> 0 and not exists (select from settlement_line s where s.bill_line_id = l.id)`)).toEqual([])
  })

  it('are followed by what the family thought: two of three answered, some were not satisfied', async () => {
    const [found] = await all<{ share: number; open: number; closed: number }>(
      `select (count(*) filter (where state <> 'INVITED'))::float8 / count(*) as share, count(*) filter (where state = 'FOLLOW_UP')::int as open, count(*) filter (where state = 'CLOSED')::int as closed from survey`,
    )
    expect(Math.abs((found?.share ?? 0) - 0.66)).toBeLessThan(0.08)
    expect([found?.open, found?.closed].map((count) => (count ?? 0) > 0)).toEqual([true, true])
    expect((await house.call(head, routes.getSatisfaction, { query: { year: '2025' } })).body.total.rate).toBeGreaterThan(80)
  })
})

describe('illegal graves', () => {
  it('are about sixty over the streets, in every state, with lights of every colour', async () => {
    expect(await statesOf('illegal_grave')).toEqual(Object.keys(graveLifecycle.states).sort())
    const { body } = await house.call(clerk, routes.findGraves, { query: { limit: '100' } })
    expect(Math.abs(body.rows.length - 60)).toBeLessThan(4)
    expect([...new Set(body.rows.map(({ light }) => light))].sort()).toEqual(['green', null, 'red', 'yellow'])
  })
})

describe('adoption files', () => {
  it('are seen by the two who are named in them, and by nobody else', async () => {
    const seen = async (actor: typeof clerk) => (await house.call(actor, routes.findAdoptions)).body.rows.length
    expect([await seen(clerk), await seen(head), await seen(director)]).toEqual([6, 6, 0])
    expect((await statesOf('adoption_assessment')).length).toBe(6)
  })
})

describe('places, trainings and archives', () => {
  it('cover about two thirds of the communities, most of them checked this year', async () => {
    const { body } = await house.call(clerk, routes.mourningCoverage)
    expect(Math.abs(body.covered / body.communities - 2 / 3)).toBeLessThan(0.08)
    expect(await statesOf('mourning_place')).toEqual(MOURNING_STATE.codes.toSorted())
    expect((await all(`select id from mourning_place p where state = 'IN_USE' and not exists (select from mourning_check c where c.place_id = p.id and c.checked_on >= '2025-01-01')`)).length).toBe(2)
  })

  it('hold eight trainings of each kind, and archives of every decade that never pass what is kept', async () => {
    expect(await all(`select kind, count(*)::int from training group by 1 order by 1`)).toEqual([{ kind: 'FUNERAL', count: 8 }, { kind: 'REGISTRAR', count: 8 }])
    expect(await all(`select registration, array_agg(decade order by decade) as decades from archive_holding group by 1 order by 1`)).toEqual([
      { registration: 'ADOPTION', decades: [1990, 2000, 2010, 2020] },
      { registration: 'MARRIAGE', decades: [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020] },
    ])
    expect(await all(`select h.number from archive_holding h join lateral (select sum(digitised) as done, sum(checked) as good from archive_entry where holding_id = h.id) s on true where h.digitised <> s.done or h.checked <> s.good or h.digitised > h.files`)).toEqual([])
  })
})

it('every case went each step by its lifecycle, under an unbroken audit', async () => {
  expect(astray(awardLifecycle, await stepsOf(house, 'eco_award'))).toEqual([])
  expect(astray(awardListLifecycle, await stepsOf(house, 'award_list'))).toEqual([])
  expect(astray(priceSheetLifecycle, await stepsOf(house, 'price_sheet'))).toEqual([])
  expect(astray(settlementLifecycle, await stepsOf(house, 'settlement'))).toEqual([])
  expect(astray(graveLifecycle, await stepsOf(house, 'illegal_grave'))).toEqual([])
  expect(astray(adoptionLifecycle, await stepsOf(house, 'adoption_assessment'))).toEqual([])
  expect(Object.keys(surveyLifecycle.states).length).toBe((await statesOf('survey')).length)
  expect((await verifyAudit((sql, parameters) => house.sql(sql, parameters), (async function* () {})())).breaks).toEqual([])
}, 60_000)

it('happened on working days until today', async () => {
  const [last] = await all<{ day: string }>(`select max(business_date)::text as day from audit_entry`)
  expect(last?.day).toBe('2025-09-30')
})
