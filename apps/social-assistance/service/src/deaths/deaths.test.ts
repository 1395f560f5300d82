import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeMonth } from '../testing/closed-months'
import { aHouseholdInPay, anEvent, died, hear, standingOf, type HouseholdInPay, type Standing } from '../testing/death-households'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
const NORMAL: Standing = { state: 'NORMAL', holds: [], lines: ['2025-09 REGULAR PENDING'], claims: {}, arrears: {}, stops: [], tasks: [] }
const HELD = ['2025-09 REGULAR HELD']
const TWO_MONTHS = { '2025-07': 63_000, '2025-08': 63_000 }

interface Case {
  what: string
  given: Parameters<typeof aHouseholdInPay>[1]
  dies: string
  on: string
  expected: Partial<Standing>
  /** How it stands when the death is revoked; as before where nothing is said. */
  revoked?: Partial<Standing>
}

/** Domain 08, person.died; July and August 2025 are paid, September waits for the director. */
const CASES: Case[] = [
  { what: 'the only member, known at once', given: { people: ['一甲'] }, dies: '一甲', on: '2025-09-10', expected: { state: 'HELD', holds: ['2025-10'], lines: HELD, stops: ['REPORTED'] } },
  { what: 'the only member, paid one month after', given: { people: ['二甲'] }, dies: '二甲', on: '2025-07-31', expected: { state: 'HELD', holds: ['2025-09'], lines: HELD, claims: { '2025-08': 63_000 }, stops: ['REPORTED'] } },
  { what: 'the only member, paid two months after', given: { people: ['三甲'] }, dies: '三甲', on: '2025-06-15', expected: { state: 'HELD', holds: ['2025-09'], lines: HELD, claims: TWO_MONTHS, stops: ['REPORTED'] } },
  {
    what: 'the head with the account, the spouse lives', given: { people: ['四甲', '四乙'] }, dies: '四甲', on: '2025-08-20',
    expected: { state: 'HELD', holds: ['2025-09'], lines: HELD, tasks: ['CARD_CHANGE AT_STREET', 'RECHECK AT_STREET'] },
  },
  { what: 'the head, no account is registered', given: { people: ['五甲', '五乙'], account: null }, dies: '五甲', on: '2025-09-20', expected: { state: 'HELD', holds: ['2025-10'], lines: HELD, tasks: ['CARD_CHANGE AT_STREET', 'RECHECK AT_STREET'] } },
  { what: 'another member: the living stay paid', given: { people: ['六甲', '六乙'] }, dies: '六乙', on: '2025-09-20', expected: { tasks: ['RECHECK AT_STREET'] } },
  { what: 'the head, the account is the spouse’s', given: { people: ['七甲', '七乙'], account: '七乙' }, dies: '七甲', on: '2025-09-20', expected: { tasks: ['RECHECK AT_STREET'] } },
  {
    what: 'stopped before the death', given: { people: ['八甲'], state: 'STOPPED', toMonth: '2025-05' }, dies: '八甲', on: '2025-06-20', expected: { state: 'STOPPED', lines: [] }, revoked: { state: 'STOPPED', lines: [] },
  },
  {
    what: 'stopped after the death that was told late', given: { people: ['九甲'], state: 'STOPPED', toMonth: '2025-07' }, dies: '九甲', on: '2025-06-20',
    expected: { state: 'STOPPED', lines: [], claims: { '2025-07': 63_000 } }, revoked: { state: 'STOPPED', lines: [] },
  },
  {
    what: 'gradual exit that goes on', given: { people: ['十甲'], state: 'GRADUAL_EXIT', toMonth: '2025-12' }, dies: '十甲', on: '2025-09-20',
    expected: { state: 'HELD', holds: ['2025-10'], lines: HELD, stops: ['REPORTED'] }, revoked: { state: 'GRADUAL_EXIT' },
  },
]
const households = new Map<Case, HouseholdInPay>()

beforeAll(async () => {
  office = await openOffice()
  for (const each of CASES) households.set(each, await aHouseholdInPay(office, each.given))
  for (const month of ['2025-07', '2025-08']) await closeMonth(office, month)
  await closeMonth(office, '2025-09', 'LEADER_APPROVED')
})
afterAll(() => office.close())

/** In pay as everybody else, after the months were closed. */
async function anotherHousehold(people: readonly string[], more: Partial<Parameters<typeof aHouseholdInPay>[1]> = {}): Promise<HouseholdInPay> {
  const household = await aHouseholdInPay(office, { people, ...more })
  await office.sql(`set session_replication_role = replica`)
  await office.sql(
    `insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, member_count, applicant_name, document_masked, person_key, cause, trace, state, state_on)
     select gen_random_uuid(), t.id, (select max(seq) + 1 from disbursement_line l where l.batch_id = t.id), b.division_code, b.id, b.household_id, 'REGULAR', t.month, b.amount_fen, b.member_count, b.applicant_name, '', 'k', '', '{}',
            case t.state when 'CLOSED' then 'PAID' else 'PENDING' end, '2025-09-30' from benefit b, disbursement_batch t where b.id = $1`,
    [household.benefitId],
  )
  await office.sql(`set session_replication_role = default`)
  return household
}

describe('a death', () => {
  it.each(CASES)('$what', async (each) => {
    const { benefitId, keys } = households.get(each) ?? { benefitId: '', keys: {} }
    const deathId = crypto.randomUUID()
    const key = keys[each.dies] ?? ''
    await hear(office, died(key, each.on, { deathId }))
    expect(await standingOf(office, benefitId)).toEqual({ ...NORMAL, ...each.expected })
    await hear(office, died(key, each.on, { deathId, revision: 2 }))
    expect(await standingOf(office, benefitId)).toEqual({ ...NORMAL, ...each.expected })
    await hear(office, anEvent('person.death-revoked', { deathId, revision: 3, reason: '误登' }, key))
    expect(await standingOf(office, benefitId)).toEqual({ ...NORMAL, ...each.revoked })
  })

  it('of a person with two benefits touches both', async () => {
    const [one, two] = [await anotherHousehold(['双甲']), await anotherHousehold(['双乙', '双甲'])]
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`update benefit_member set person_key = $1 where benefit_id = $2 and name = '双甲'`, [one.keys['双甲'], two.benefitId])
    await office.sql(`set session_replication_role = default`)
    await hear(office, died(one.keys['双甲'] ?? '', '2025-09-02'))
    expect(await standingOf(office, one.benefitId)).toMatchObject({ state: 'HELD', stops: ['REPORTED'] })
    expect(await standingOf(office, two.benefitId)).toMatchObject({ state: 'NORMAL', tasks: ['RECHECK AT_STREET'] })
  })

  it('revoked after its month was closed pays what was held as arrears', async () => {
    const { benefitId, keys } = await anotherHousehold(['补甲'])
    const deathId = crypto.randomUUID()
    await hear(office, died(keys['补甲'] ?? '', '2025-08-10', { deathId }))
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`update disbursement_batch set state = 'CLOSED' where month = '2025-09'`)
    await hear(office, anEvent('person.death-revoked', { deathId, revision: 2, reason: '误登' }))
    expect(await standingOf(office, benefitId)).toEqual({ ...NORMAL, lines: ['2025-09 REGULAR CANCELLED'], arrears: { '2025-09': 63_000 } })
    await office.sql(`update disbursement_batch set state = 'LEADER_APPROVED' where month = '2025-09'`)
    await office.sql(`set session_replication_role = default`)
  })

  it('of somebody who is held for another reason stays held when it is revoked', async () => {
    const { benefitId, keys } = await anotherHousehold(['早甲'])
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`insert into benefit_hold (id, division_code, benefit_id, ground, because, from_month, placed_on, placed_by) select gen_random_uuid(), division_code, id, 'OTHER', '测试', '2025-09', '2025-09-01', '测试' from benefit where id = $1`, [benefitId])
    await office.sql(`update benefit set state = 'HELD' where id = $1`, [benefitId])
    await office.sql(`set session_replication_role = default`)
    const deathId = crypto.randomUUID()
    await hear(office, died(keys['早甲'] ?? '', '2025-08-10', { deathId }))
    await hear(office, anEvent('person.death-revoked', { deathId, revision: 2, reason: '误登' }))
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'HELD', holds: [], lines: HELD, arrears: {}, stops: [] })
  })

  it('whose day is corrected holds and claims the right months', async () => {
    const { benefitId, keys } = await anotherHousehold(['更甲'])
    const [key, deathId] = [keys['更甲'] ?? '', crypto.randomUUID()]
    await hear(office, died(key, '2025-06-10', { deathId }))
    expect(await standingOf(office, benefitId)).toMatchObject({ holds: ['2025-09'], claims: TWO_MONTHS })
    await hear(office, died(key, '2025-07-10', { deathId, revision: 2 }))
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'HELD', holds: ['2025-09'], claims: { '2025-08': 63_000 }, stops: ['REPORTED'], arrears: {} })
    await hear(office, died(key, '2025-06-20', { deathId, revision: 3 }))
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'HELD', holds: ['2025-09'], claims: TWO_MONTHS, stops: ['REPORTED'] })
  })

  it('claims what was paid besides the month, too: arrears that arrived after it', async () => {
    const { benefitId, keys } = await anotherHousehold(['另甲'])
    await office.sql(`set session_replication_role = replica`)
    await office.sql(
      `insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, member_count, applicant_name, document_masked, person_key, cause, trace, state, state_on)
       select gen_random_uuid(), t.id, 9000, b.division_code, b.id, b.household_id, 'ARREARS', '2025-08', 1234, 1, '', '', 'k', '', '{}', 'PAID', '2025-09-01' from benefit b, disbursement_batch t where b.id = $1 and t.month = '2025-08'`,
      [benefitId],
    )
    await office.sql(`set session_replication_role = default`)
    await hear(office, died(keys['另甲'] ?? '', '2025-07-10'))
    expect((await standingOf(office, benefitId)).claims).toEqual({ '2025-08': 64_234 })
  })

  it('of money that was on its way is claimed when it has arrived', async () => {
    const { benefitId, keys } = await anotherHousehold(['途甲'])
    const reaches = async (state: string) => {
      await office.sql(`set session_replication_role = replica`)
      await office.sql(`update disbursement_line set state = $2 where benefit_id = $1 and month = '2025-08'`, [benefitId, state])
      await office.sql(`set session_replication_role = default`)
    }
    await reaches('SENT')
    await hear(office, died(keys['途甲'] ?? '', '2025-07-10'))
    expect((await standingOf(office, benefitId)).claims).toEqual({})
    await reaches('PAID')
    await office.advanceTo('2025-10-01')
    expect((await standingOf(office, benefitId)).claims).toEqual({ '2025-08': 63_000 })
  })

  it('of the second of a couple ends the questions of the first and proposes to stop', async () => {
    const { benefitId, keys } = await anotherHousehold(['偶甲', '偶乙'])
    await hear(office, died(keys['偶乙'] ?? '', '2025-08-10'))
    expect((await standingOf(office, benefitId)).tasks).toEqual(['RECHECK AT_STREET'])
    await hear(office, died(keys['偶甲'] ?? '', '2025-09-10'))
    expect(await standingOf(office, benefitId)).toMatchObject({ state: 'HELD', holds: ['2025-10'], stops: ['REPORTED'], tasks: [] })
  })
})

it('a death after which nobody can say what the survivors were due is claimed by whoever decides, month by month, and is never lost', async () => {
  const { benefitId, keys } = await anotherHousehold(['估甲', '估乙'])
  const [key, deathId] = [keys['估乙'] ?? '', crypto.randomUUID()]
  const recoveries = () => office.sql<{ id: string; state: string; due: number; open: object; version: number }>(`select id, state, due_fen::int as due, open_months as open, version from recovery where benefit_id = $1 order by number`, [benefitId])
  const claim = async (amounts: [month: string, amountFen: number][]) => {
    const found = (await recoveries()).find(({ state }) => state === 'PROPOSED')
    return office.call(staff.head, routes.claimRecovery, { params: { id: found?.id ?? '' }, body: { version: found?.version, opinion: '按一人户标准核定', amounts: amounts.map(([month, amountFen]) => ({ month, amountFen })) } })
  }
  await hear(office, died(key, '2025-06-10', { deathId }))
  await hear(office, died(key, '2025-06-10', { deathId, revision: 2 }))
  expect(await standingOf(office, benefitId)).toEqual({ ...NORMAL, tasks: ['RECHECK AT_STREET'] })
  const [proposed] = await recoveries()
  expect(await recoveries()).toMatchObject([{ state: 'PROPOSED', due: 0, open: TWO_MONTHS }])
  expect((await office.call(staff.head, routes.getRecovery, { params: { id: proposed?.id ?? '' } })).body.openMonths).toEqual([{ month: '2025-07', paidFen: 63_000 }, { month: '2025-08', paidFen: 63_000 }])
  expect((await claim([['2025-07', 31_500]])).body).toMatchObject({ status: 422, code: 'claim-amounts', detail: expect.stringContaining('2025年8月') })
  expect((await claim([['2025-07', 31_500], ['2025-08', 63_001]])).body).toMatchObject({ code: 'claim-amounts', errors: [{ field: 'amounts.1.amountFen', message: '不能超过 630.00 元' }] })
  expect((await claim([['2025-07', 0], ['2025-08', 0]])).body).toMatchObject({ code: 'claim-nothing' })
  expect((await claim([['2025-07', 31_500], ['2025-08', 0]])).status).toBe(200)
  expect((await standingOf(office, benefitId)).claims).toEqual({ '2025-07': 31_500 })
  await hear(office, died(key, '2025-06-10', { deathId, revision: 3 }))
  expect(await recoveries()).toMatchObject([{ state: 'FOUND', due: 31_500, open: {} }])
  await hear(office, died(key, '2025-07-10', { deathId, revision: 4 }))
  expect(await recoveries()).toMatchObject([{ state: 'WITHDRAWN' }, { state: 'PROPOSED', due: 0, open: { '2025-08': 63_000 } }])
  await hear(office, anEvent('person.death-revoked', { deathId, revision: 5, reason: '误登' }, key))
  expect(await recoveries()).toMatchObject([{ state: 'WITHDRAWN' }, { state: 'WITHDRAWN' }])
  expect(await standingOf(office, benefitId)).toEqual(NORMAL)
})

describe('the same end, whatever comes first and however often', () => {
  const shuffled = <T>(items: readonly T[]): T[] => items.map((item) => ({ item, place: Math.random() })).sort((a, b) => a.place - b.place).map(({ item }) => item)

  it.each([false, true])('revoked in the end: %s', { timeout: 120_000 }, async (revoked) => {
    const ends = new Set<string>()
    for (let run = 0; run < 12; run++) {
      const { benefitId, keys } = await anotherHousehold(['乱甲', '乱乙'])
      const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
      const [first, second] = [keys['乱甲'] ?? '', keys['乱乙'] ?? '']
      const events = [
        died(first, '2025-06-10', { deathId: one }),
        anEvent('person.death-disputed', { deathId: one, revision: 2, diedOn: '2025-06-10', otherDiedOn: '2025-07-10', source: 'POLICE' }, first),
        died(first, '2025-07-10', { deathId: one, revision: 3 }),
        died(second, '2025-08-10', { deathId: two }),
        ...(revoked ? [anEvent('person.death-revoked', { deathId: two, revision: 2, reason: '误登' }, second)] : []),
      ]
      const arriving = run === 0 ? events : shuffled([...events, ...events, ...events])
      for (let rest = arriving; rest.length > 0; ) {
        const size = run === 0 ? 1 : 1 + Math.floor(Math.random() * 5)
        await hear(office, ...rest.slice(0, size))
        rest = rest.slice(size)
      }
      const deaths = await office.sql(`select state, died_on::text, source, revision, other_died_on::text from known_death where id in ($1, $2) order by person_key = $3`, [one, two, first])
      ends.add(JSON.stringify({ ...(await standingOf(office, benefitId)), deaths }))
    }
    expect([...ends]).toHaveLength(1)
  })
})
