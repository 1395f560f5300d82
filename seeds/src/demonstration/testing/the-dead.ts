import { verifyAudit } from '@xishan/service-kit'
import { deathLifecycle, graveContractLifecycle, routes as funeralRoutes, sampleLifecycle } from '@xishan/funeral-management-contract'
import { routes } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { demonstrationActor } from '../../accounts'
import { SIZE } from '../funerals/size'
import { astray, stepsOf } from './astray'
import type { SeededHouse } from './seeded-house'

const head = demonstrationActor('bureau.head')

export const theDead = (house: () => SeededHouse) =>
  describe('the dead', () => {
    const funerals = <T>(sql: string) => house().funerals.sql<T>(sql)

    it('are as many as a district of this size has in a year, most of them cremated', async () => {
      const [found] = await funerals<{ deaths: number; cremated: number }>(`select count(*)::int as deaths, (select count(*) from cremation)::int as cremated from death where died_on >= '2024-10-08' and state in ('REGISTERED', 'DISPUTED')`)
      expect(Math.abs((found?.deaths ?? 0) / SIZE.deathsAYear.value - 1)).toBeLessThan(0.06)
      expect((found?.cremated ?? 0) / (found?.deaths ?? 1)).toBeGreaterThan(0.85)
    })

    it('came to rest in a way that gives indicator 18 a course near the plan’s', async () => {
      const values: (number | null)[] = []
      for (const asOf of ['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31', '2025-09-30']) {
        const { body } = await house().funerals.call(head, funeralRoutes.findIndicators, { query: { asOf } })
        values.push(body.indicators.find(({ number }) => number === 18)?.value ?? null)
      }
      for (const [nth, trajectory] of [69, 73, 77, 81, 84].entries()) expect([nth, Math.abs((values[nth] ?? 0) - trajectory) < 3.5]).toEqual([nth, true])
      const { body } = await house().funerals.call(head, funeralRoutes.findIndicators)
      expect(body.indicators.find(({ number }) => number === 17)?.value).toBe(100)
    })

    it('lie in plots whose state is that of their contract, none of them twice', async () => {
      expect(
        await funerals(
          `select p.id from plot p left join grave_contract c on c.plot_id = p.id and c.state <> 'ENDED'
           where p.state is distinct from case when c.id is null then case when p.state in ('FREE', 'RESERVED') or p.state = 'RECLAIMED' and exists (select from grave_contract e where e.plot_id = p.id and e.state = 'ENDED') then p.state end
             when c.state = 'EXPIRED' then 'EXPIRED' when c.occupied_on is null then 'SOLD' else 'OCCUPIED' end`,
        ),
      ).toEqual([])
      expect(await funerals(`select d.number from disposition d join grave_contract c on c.death_id = d.death_id where d.kind not in ('PLOT', 'SMALL_PLOT', 'STORAGE', 'TEMPORARY')`)).toEqual([])
      const states = await funerals<{ state: string }>(`select distinct state from grave_contract order by 1`)
      expect(states.map(({ state }) => state)).toEqual(Object.keys(graveContractLifecycle.states).sort())
      expect(await funerals(`select c.number from grave_contract c join plot p on p.id = c.plot_id join facility f on f.id = p.facility_id join death d on d.id = c.death_id where f.kind = 'RURAL' and d.hukou_division_code not like f.division_code || '%'`)).toEqual([])
    })

    it('went each step by the lifecycle, under an unbroken audit; a search finds them', async () => {
      expect(astray(deathLifecycle, await stepsOf(house().funerals, 'death'))).toEqual([])
      expect(astray(graveContractLifecycle, (await stepsOf(house().funerals, 'grave_contract')))).toEqual([])
      expect(astray(sampleLifecycle, await stepsOf(house().funerals, 'quality_sample'))).toEqual([])
      expect((await verifyAudit((sql, parameters) => house().funerals.sql(sql, parameters), (async function* () {})())).breaks).toEqual([])
      expect(await funerals(`select d.number from (select * from death order by number limit 300) d where (select count(*) from search_term t where t.subject = 'death' and t.subject_id = d.id) <> (select count(*) from search_terms_of(d.deceased_name, d.number) t where t is not null)`)).toEqual([])
    }, 60_000)

    it('of households in pay are known to both lines, and nothing is sent twice', async () => {
      expect(await funerals(`select event_id from outbox_delivery where line = 'social-assistance' and delivered_at is null`)).toEqual([])
      const [told] = await funerals<{ events: number }>(`select count(*)::int as events from outbox_delivery where line = 'social-assistance'`)
      expect(await house().sql(`select count(*)::int as events from inbox`)).toEqual([told])
      const dead = await funerals<{ id: string; day: string; revoked: boolean }>(`select id, died_on::text as day, state = 'REVOKED' as revoked from death where revision > 0 and person_key is not null order by id`)
      const known = await house().sql<{ id: string; day: string; revoked: boolean }>(`select id, died_on::text as day, state = 'REVOKED' as revoked from known_death where person_key is not null order by id`)
      expect(known).toEqual(dead)
      expect(await house().sql(`select d.id from known_death d join benefit_member m on m.person_key = d.person_key where d.state = 'KNOWN' and not exists (select from death_effect x where x.death_id = d.id)`)).toEqual([])
    })

    it('leave holds, stops, claims and tasks in every part of their way; the month’s figures are not nothing', async () => {
      const { body } = await house().call(head, routes.getDeathFigures, { query: { month: '2025-09' } })
      for (const of of ['deaths', 'payees', 'holds', 'savedFen', 'recoveriesOpen', 'owedFen', 'openTasks'] as const) expect([of, body[of] > 0]).toEqual([of, true])
      expect(body.feeds.map(({ source, silent }) => [source, silent]).sort()).toEqual([['HALL', false], ['HEALTH', true], ['POLICE', false]])
      expect((await house().sql(`select distinct state from recovery where cause_kind = 'DEATH'`)).length).toBeGreaterThanOrEqual(5)
      expect(await house().sql(`select kind from death_task where state in ('AT_STREET', 'AT_BUREAU') group by 1 order by 1`)).toEqual(['CARD_CHANGE', 'CONFLICT', 'FEED_SILENT', 'NAME_MATCH', 'NO_MATCH', 'RECHECK'].map((kind) => ({ kind })))
      expect((await house().sql(`select id from death_task where kind = 'RECHECK' and state = 'DONE'`)).length).toBe(3)
    })

    it('are never paid for a month after they died, unless it is claimed', async () => {
      expect(
        await house().sql(
          `select b.number, l.month from known_death d join benefit_member m on m.person_key = d.person_key join benefit b on b.id = m.benefit_id
           join disbursement_line l on l.benefit_id = b.id and l.month > to_char(d.died_on, 'YYYY-MM') and l.kind = 'REGULAR' and l.state in ('PAID', 'REISSUED')
           where d.state = 'KNOWN' and b.member_count = 1 and (select count(*) from benefit_member x where x.benefit_id = b.id) = 1
             and not exists (select from recovery r join recovery_entry e on e.recovery_id = r.id where r.benefit_id = b.id and e.month = l.month and e.kind = 'DUE')`,
        ),
      ).toEqual([])
    })
  })
