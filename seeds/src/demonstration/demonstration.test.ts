import { readCitizenNumber } from '@xishan/domain'
import { verifyAudit, calendar } from '@xishan/service-kit'
import { APPLICATION_STATES, MEANS_CHECK_STATES, applicationLifecycle, meansCheckLifecycle, routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationAccounts, demonstrationActor } from '../accounts'
import { streets } from './places'
import { astray, stepsOf } from './testing/astray'
import { Replay } from './testing/replay'
import { seededCase } from './testing/seeded-case'
import { seededHouse, type SeededHouse } from './testing/seeded-house'
import { theDead } from './testing/the-dead'
import { thoseWhoLeft } from './testing/those-who-left'
import { twelveMonthsOfPay } from './testing/twelve-months-of-pay'
import { whatStands } from './testing/what-stands'

let house: SeededHouse
beforeAll(async () => {
  house = await seededHouse()
}, 600_000)
afterAll(() => house?.close())

async function one<T>(sql: string, parameters: unknown[] = []): Promise<T> {
  const [row] = await house.sql<T>(sql, parameters)
  if (row === undefined) throw new RangeError('no row')
  return row
}

describe('the size that the plan names', () => {
  it('is 4,727 households and 5,959 people in pay, on the page and behind indicator 1', async () => {
    const head = demonstrationActor('bureau.head')
    expect((await house.call(head, routes.sumBenefits)).body).toMatchObject({ households: 4727, people: 5959, month: '2025-09', startingLater: 0 })
    const { body } = await house.call(head, routes.findIndicators)
    expect(body.indicators[0]).toMatchObject({ number: 1, value: 99.94, components: [{ key: 'IN_PAY', value: 4727 }, { key: 'OWED', value: 3 }] })
  })

  it('is spread unequally over the ten streets and their communities', async () => {
    const found = await house.sql<{ street: string; households: number; communities: number; most: number; least: number }>(
      `select substr(community, 1, 9) as street, sum(n)::int as households, count(*)::int as communities, max(n)::int as most, min(n)::int as least
       from (select division_code as community, count(*) as n from benefit where from_month <= '2025-09' and (to_month is null or to_month >= '2025-09') group by 1) c group by 1 order by 1`,
    )
    expect(found.map(({ street, households }) => [street, households])).toEqual(streets.map(({ code, households }) => [code, households]))
    expect(new Set(found.map(({ households }) => households)).size).toBe(10)
    for (const { street, most, least } of found) expect([street, most >= 2 * least]).toEqual([street, true])
  })

  it('comes to about 500 yuan a person and month, by the rules', async () => {
    const { mean } = await one<{ mean: number }>(`select (sum(amount_fen) / sum(member_count) / 100)::float8 as mean from benefit where to_month is null`)
    expect(mean).toBeGreaterThan(490)
    expect(mean).toBeLessThan(510)
    const means = await house.sql<{ mean: number }>(`select (sum(amount_fen) / sum(member_count) / 100)::float8 as mean from benefit where to_month is null group by substr(division_code, 1, 9)`)
    for (const street of means) expect(Math.abs(street.mean - 500)).toBeLessThan(40)
    expect(await house.sql(`select b.id from benefit b join decision d on d.application_id = b.application_id join benefit_amount m on m.benefit_id = b.id and m.from_month = b.from_month
                            where m.amount_fen <> d.amount_fen or d.amount_fen <> (d.assessment->>'amountFen')::bigint or d.assessment->>'result' <> 'pass'`)).toEqual([])
  })
})

describe('the people', () => {
  it('have valid numbers of their own, in agreement with what is written of them', async () => {
    const members = await house.sql<{ sealed: string; birth: string; sex: string; masked: string }>(`select document_number_sealed as sealed, birth_date::text as birth, facts->>'sex' as sex, document_masked as masked from household_member`)
    const numbers = members.map(({ sealed }) => house.ciphers.decrypt(sealed))
    expect(new Set(numbers).size).toBe(numbers.length)
    const wrong = members.filter(({ birth, sex }, at) => {
      const reading = readCitizenNumber(numbers[at] ?? '', '2025-09-30')
      return !reading.ok || reading.birthDate !== birth || reading.sex !== sex
    })
    expect(wrong).toEqual([])
    expect(numbers.filter((number) => number.startsWith('530112')).length / numbers.length).toBeGreaterThan(0.6)
  })

  it('are many old, disabled and ill ones, lone parents with children, of several nationalities and most 彝 in 团结', async () => {
    const shares = await one<Record<'old' | 'disabled' | 'ill' | 'minors' | 'han' | 'yi', number>>(
      `select avg((m.birth_date <= date '2025-09-30' - interval '60 years')::int)::float8 as old, avg((m.facts->'disability' <> 'null')::int)::float8 as disabled, avg((m.facts->'seriousIllness' <> 'null')::int)::float8 as ill,
              avg((m.birth_date > date '2025-09-30' - interval '18 years')::int)::float8 as minors, avg((m.facts->>'ethnicity' = '01')::int)::float8 as han, avg((m.facts->>'ethnicity' = '07')::int)::float8 as yi
       from benefit_member p join household_member m on m.id = p.member_id where p.to_month is null`,
    )
    expect(shares.old).toBeGreaterThan(0.25)
    expect(shares.disabled).toBeGreaterThan(0.25)
    expect(shares.ill).toBeGreaterThan(0.12)
    expect(shares.minors).toBeGreaterThan(0.05)
    expect(shares.han).toBeGreaterThan(0.7)
    const [first] = await house.sql<{ ethnicity: string }>(`select facts->>'ethnicity' as ethnicity from household_member where division_code like '530112010%' group by 1 order by count(*) desc`)
    expect(first?.ethnicity).toBe('07')
    expect((await house.sql(`select distinct facts->>'ethnicity' as e from household_member`)).length).toBeGreaterThanOrEqual(7)
  })

  it('cannot be telephoned or paid: numbers and accounts are nobody’s', async () => {
    const rows = await house.sql<{ phone: string; account: string | null }>(`select phone_sealed as phone, account_number_sealed as account from household`)
    expect(rows.filter(({ phone }) => !/^1540000\d{4}$/.test(house.ciphers.decrypt(phone)))).toEqual([])
    expect(rows.filter(({ account }) => account !== null && !/^9999\d+$/.test(house.ciphers.decrypt(account)))).toEqual([])
  })
})

describe('the cases', () => {
  it('stand in every state', async () => {
    const states = await house.sql<{ state: string }>(`select distinct state from application`)
    expect(states.map(({ state }) => state).sort()).toEqual([...APPLICATION_STATES].sort())
    const checks = await house.sql<{ state: string }>(`select distinct state from means_check`)
    expect(checks.map(({ state }) => state).sort()).toEqual([...MEANS_CHECK_STATES].sort())
    expect(await house.sql(`select state from parameter_proposal group by 1 order by 1`)).toEqual([{ state: 'APPROVED' }, { state: 'PROPOSED' }, { state: 'REJECTED' }])
  })

  it('wait for everybody who handles them, yellow and red ones among them', async () => {
    const working = demonstrationAccounts.filter(({ role }) => ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'CHECKER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR'].includes(role))
    const colours = new Set<string | null>()
    for (const { username } of working) {
      const { body } = await house.call(demonstrationActor(username), routes.findTasks)
      expect([username, body.total > 0]).toEqual([username, true])
      for (const { light } of body.tasks) colours.add(light)
    }
    expect(['green', 'yellow', 'red'].every((colour) => colours.has(colour))).toBe(true)
  })

  it('have postings with and without photo, objections, a second posting, relatives of staff with and without the visit', async () => {
    const found = await one<Record<string, number>>(
      `select (select count(*)::int from application a where state = 'POSTING' and exists (select from attachment f where f.subject_id = a.id and kind = 'POSTING_PHOTO')) as photographed,
              (select count(*)::int from application a where state = 'POSTING' and not exists (select from attachment f where f.subject_id = a.id and kind = 'POSTING_PHOTO')) as bare,
              (select count(*)::int from objection where kind = 'OBJECTION') as objections, (select count(*)::int from posting where round = 2) as again,
              (select count(*)::int from application where separately_registered and home_visited_on is null) as unvisited, (select count(*)::int from application where separately_registered and home_visited_on is not null) as visited`,
    )
    expect(Object.entries(found).filter(([, count]) => count === 0)).toEqual([])
  })

  it('were moved on working days only', async () => {
    const days = await house.sql<{ day: string }>(`select distinct business_date::text as day from audit_entry where request_id = 'demonstration'`)
    expect(days.length).toBeGreaterThan(900)
    expect(days.filter(({ day }) => !calendar.isWorkday(day) || day > '2025-09-30')).toEqual([])
  })

  it('kept every term when they were confirmed', async () => {
    const late = await house.sql(
      `select a.number, t->>'name' as term from application a, jsonb_array_elements(a.terms) t
       where a.state = 'CONFIRMED' and t->>'name' <> 'posting' and (t->>'endedOn') > (t->'deadline'->>'dueOn')`,
    )
    expect(late).toEqual([])
    expect(await house.sql(`select id from posting where closed_by = 'OVER' and closed_on <= ends_on`)).toEqual([])
    expect(await house.sql(`select b.id from benefit b join decision d on d.application_id = b.application_id where b.from_month <> to_char(d.decided_on + interval '1 month', 'YYYY-MM')`)).toEqual([])
  })

  it('went each step by the lifecycle, by somebody who may, and never by one who had done what excludes it', async () => {
    expect(astray(applicationLifecycle, await stepsOf(house, 'application'))).toEqual([])
    expect(astray(meansCheckLifecycle, await stepsOf(house, 'means_check'))).toEqual([])
    expect((await stepsOf(house, 'application')).length).toBeGreaterThan(50_000)
  })
})

it('stands under an unbroken audit', async () => {
  const report = await verifyAudit((sql, parameters) => house.sql(sql, parameters), (async function* () {})())
  expect(report.breaks).toEqual([])
  expect(report.entries).toBeGreaterThan(100_000)
}, 120_000)

it('knows who was in pay before, since 2016, by what standard, and without a gap', async () => {
  const found = await one<{ stopped: number; since: string; before: number; raised: number; gaps: number; twice: number }>(
    `select count(*)::int as stopped, min(b.from_month) as since, count(*) filter (where b.from_month < '2020-01')::int as before,
            (select count(*)::int from benefit_amount where from_month = '2020-01' and reason = '保障标准调整') as raised,
            count(*) filter (where to_char(to_date(b.to_month, 'YYYY-MM') + interval '1 month', 'YYYY-MM') <> n.from_month)::int as gaps,
            (select count(*)::int from (select document_lookup from benefit_member where to_month is null group by 1 having count(*) > 1) d) as twice
     from benefit b join benefit n on n.household_id = b.household_id and n.application_id is not null where b.state = 'STOPPED' and b.application_id is null`,
  )
  expect(found.stopped).toBeGreaterThan(2000)
  expect(found).toMatchObject({ since: '2016-01', gaps: 0, twice: 0, raised: found.before })
  expect(await house.sql(`select o.benefit_id from benefit_amount o join benefit_amount n on n.benefit_id = o.benefit_id and n.from_month = '2020-01' and n.reason = '保障标准调整' where o.from_month < '2020-01' and o.amount_fen >= n.amount_fen`)).toEqual([])
})

it('leaves the numbers where the service goes on', async () => {
  const { last, most } = await one<{ last: number; most: number }>(
    `select (select last from number_series where series = 'SA' and year = 2025) as last, (select max(right(number, 6)::int) from application where number like 'XS-SA-2025-%') as most`,
  )
  expect(last).toBe(most)
})

describe('walked again through the use cases over HTTP', () => {
  const CONFIRMED = `select a.number from application a join household h on h.id = a.household_id where a.state = 'CONFIRMED'`
  it.each([
    ['the first of all', `${CONFIRMED} order by a.number limit 1`],
    ['one person alone beside parents', `${CONFIRMED} and a.entry = 'SINGLE' and h.member_count = 3 order by a.number desc limit 1`],
    ['a family of four', `${CONFIRMED} and a.entry = 'HOUSEHOLD' and h.member_count = 4 order by a.number limit 1`],
    ['one of the last', `${CONFIRMED} order by a.number desc limit 1`],
    ['one that was refused, and told so', `select number from application a where state = 'REFUSED' and exists (select from delivery d where d.application_id = a.id) order by number limit 1`],
    ['one posted twice', `select a.number from application a join posting p on p.application_id = a.id where p.round = 2`],
    ['one whose check is asked for again', `select a.number from application a join means_check c on c.application_id = a.id where c.round = 2`],
    ['one that waits for its street to confirm', `select number from application where state = 'STREET_CONFIRMING' order by number limit 1`],
  ])('%s comes out the same', async (_, sql) => {
    const { number } = await one<{ number: string }>(sql)
    const seeded = await seededCase(house, number)
    const replay = await Replay.of(seeded)
    try {
      await replay.walk()
      expect(await whatStands(replay.service, replay.id)).toEqual(await whatStands(house, seeded.id))
    } finally {
      await replay.service.close()
    }
  }, 60_000)
})

twelveMonthsOfPay(() => house)
thoseWhoLeft(() => house)
theDead(() => house)
