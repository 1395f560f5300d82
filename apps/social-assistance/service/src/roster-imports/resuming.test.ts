import { JobCancelled, type JobProgress } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { RosterWalk, aNumber, aRoster, aRow } from '../testing/roster-walk'
import { ApplyRoster } from './apply-roster'
import { CheckRoster } from './check-roster'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const HOUSEHOLDS = 450
const rows = () => Array.from({ length: HOUSEHOLDS }, (_, at) => aRow({ 姓名: '张三', 户号: `K${at}`, 月保障金额: String(100 + at) }))

/** A run that dies, or is cancelled, when it reports for the nth time; what it saved is kept for the next. */
function running(walk: RosterWalk, job: typeof CheckRoster | typeof ApplyRoster, kept: { checkpoint?: unknown } = {}) {
  return async (nth = Infinity, end: Error = new Error('the process was killed')) => {
    const { input } = await walk.job()
    let reports = 0
    const progress: JobProgress = {
      report: () => (++reports >= nth ? Promise.reject(end) : Promise.resolve()),
      checkpoint: <T>() => kept.checkpoint as T | undefined,
      saveCheckpoint: (value) => {
        kept.checkpoint = value
        return Promise.resolve()
      },
    }
    return office.app.get<CheckRoster | ApplyRoster>(job).run(job === CheckRoster ? staff.bureauClerk : staff.head, input, progress)
  }
}
const benefitsOf = (walk: RosterWalk) => office.sql(`select count(*)::int as benefits, sum(amount_fen)::float8 as fen, count(distinct household_id)::int as households from benefit where roster_import_id = $1`, [walk.id])
const rowsOf = async (walk: RosterWalk) => (await office.sql<{ n: number }>(`select count(*)::int as n from roster_row where import_id = $1`, [walk.id]))[0]?.n
const WHOLE = [{ benefits: HOUSEHOLDS, fen: rows().reduce((sum, _, at) => sum + (100 + at) * 100, 0), households: HOUSEHOLDS }]

describe('a run that is killed between chunks', () => {
  it('goes on where it was, of a check and of a taking over, and brings each household once', async () => {
    const walk = new RosterWalk(office)
    await walk.upload(await aRoster(rows()))
    await walk.must(staff.bureauClerk, routes.checkRoster)
    const check = running(walk, CheckRoster)
    for (const nth of [1, 2, 2, 2]) await expect(check(nth)).rejects.toThrow('killed')
    expect((await walk.detail()).state).toBe('CHECKING')
    await check()
    expect(await walk.detail()).toMatchObject({ state: 'CHECKED', rowCount: HOUSEHOLDS, newCount: HOUSEHOLDS, refusedCount: 0 })
    expect(await rowsOf(walk)).toBe(HOUSEHOLDS)

    await walk.must(staff.bureauClerk, routes.submitRoster)
    await walk.must(staff.head, routes.applyRoster)
    const apply = running(walk, ApplyRoster)
    for (const nth of [2, 2, 2]) await expect(apply(nth)).rejects.toThrow('killed')
    const [midway] = await benefitsOf(walk)
    expect(midway).toMatchObject({ benefits: 300 })
    await apply()
    expect(await benefitsOf(walk)).toEqual(WHOLE)
    await expect(apply()).rejects.toBeInstanceOf(JobCancelled)
    expect(await benefitsOf(walk)).toEqual(WHOLE)
    expect(await walk.detail()).toMatchObject({ state: 'APPLIED', appliedCount: HOUSEHOLDS })
  }, 60_000)

  it('after a cancelled check leaves no row, after a cancelled taking over what was taken over', async () => {
    const walk = new RosterWalk(office)
    await walk.upload(await aRoster(rows().map((row) => row.map((cell, at) => (at === 5 ? aNumber('2') : cell)))))
    await walk.must(staff.bureauClerk, routes.checkRoster)
    await expect(running(walk, CheckRoster)(4, new JobCancelled())).rejects.toBeInstanceOf(JobCancelled)
    expect([(await walk.detail()).state, await rowsOf(walk)]).toEqual(['UPLOADED', 0])
    await walk.check()
    await walk.must(staff.bureauClerk, routes.submitRoster)
    await walk.must(staff.head, routes.applyRoster)
    await expect(running(walk, ApplyRoster)(3, new JobCancelled())).rejects.toBeInstanceOf(JobCancelled)
    expect(await walk.detail()).toMatchObject({ state: 'SUBMITTED', appliedCount: 200, newCount: HOUSEHOLDS })
    expect((await walk.act(staff.head, routes.giveRosterBack, { reason: '不要了，退回' })).body).toMatchObject({ code: 'roster-partly-applied' })
    await walk.must(staff.head, routes.applyRoster)
    await running(walk, ApplyRoster)()
    expect(await benefitsOf(walk)).toEqual(WHOLE)
  }, 60_000)

  it('leaves out who came into pay meanwhile, with the whole household', async () => {
    const person = aNumber()
    const walk = new RosterWalk(office)
    await walk.checked([aRow({ 姓名: '先到', 身份证号: person }), aRow({ 姓名: '旁人' })])
    await walk.must(staff.bureauClerk, routes.submitRoster)
    const [benefit] = await office.sql<{ id: string }>(`select id from benefit limit 1`)
    await office.sql(
      `insert into benefit_member (benefit_id, member_id, division_code, name, relation, document_lookup, person_key, supplement_fen, from_month)
       select $1, gen_random_uuid(), '530112001001', '先到', '1', document_lookup, person_key, 0, '2025-01' from roster_row where import_id = $2 and name = '先到'`,
      [benefit?.id, walk.id],
    )
    await walk.must(staff.head, routes.applyRoster)
    await running(walk, ApplyRoster)()
    expect(await walk.detail()).toMatchObject({ state: 'APPLIED', appliedCount: 1, refusedCount: 1 })
    expect(await walk.problems()).toMatchObject([{ column: '整户', problem: expect.stringContaining('核验之后已有成员在保') }])
  })
})

it('whatever roster is imported, what is in pay comes to what the roster says', async () => {
  const household = fc.record({ members: fc.integer({ min: 1, max: 4 }), fen: fc.integer({ min: 100, max: 500_000 }), numbered: fc.boolean(), month: fc.constantFrom('2016-01', '2020-12', '2025-09') })
  await fc.assert(
    fc.asyncProperty(fc.array(household, { minLength: 1, maxLength: 8 }), async (households) => {
      const roster = households.flatMap(({ members, fen, numbered, month }, at) =>
        Array.from({ length: members }, (_, member) =>
          aRow({ 户号: numbered ? `P${at}` : '', 与户主关系: member === 0 ? '户主' : '子', 身份证号: aNumber(), 人数: member === 0 ? String(members) : '', 月保障金额: member === 0 ? (fen / 100).toFixed(2) : '', 享受起始月份: month, 审批日期: '' }),
        ),
      )
      const walk = new RosterWalk(office)
      expect(await walk.checked(roster)).toMatchObject({ newCount: households.length, refusedCount: 0 })
      await walk.apply()
      const sum = households.reduce((total, { fen }) => total + fen, 0)
      const people = households.reduce((total, { members }) => total + members, 0)
      expect(
        await office.sql(
          `select count(*)::int as households, sum(b.amount_fen)::float8 as fen, (select sum(a.amount_fen)::float8 from benefit_amount a join benefit x on x.id = a.benefit_id where x.roster_import_id = $1) as history,
                  sum(b.member_count)::int as people, (select count(*)::int from benefit_member m join benefit x on x.id = m.benefit_id where x.roster_import_id = $1) as members from benefit b where b.roster_import_id = $1`,
          [walk.id],
        ),
      ).toEqual([{ households: households.length, fen: sum, history: sum, people, members: people }])
    }),
    { numRuns: 8 },
  )
}, 120_000)
