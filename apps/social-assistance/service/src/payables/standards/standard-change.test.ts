import { LINE_ROUTES, firstDayOf, type Actor } from '@xishan/domain'
import { JobCancelled, UnitOfWork, newId, serviceActor, type JobProgress } from '@xishan/service-kit'
import { PARAMETER, StandardPreview, routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../../testing/case-walk'
import { aPerson } from '../../testing/families'
import { OTHER_STREET, openOffice, staff, type Office } from '../../testing/office'
import { ApplyStandardChange } from './apply-standard-change'

const KEY = PARAMETER.standard.URBAN
const ROSTER = 450
let office: Office
let household: string

beforeAll(async () => {
  office = await openOffice({}, { jobs: true })
  await new CaseWalk(office, { applicant: aPerson('王有据') }).to('CONFIRMED')
  household = (await office.sql<{ id: string }>('select id from benefit'))[0]?.id ?? ''
  await roster()
  await office.advanceTo('2026-02-10')
  await closeMonths('2025-11', '2025-12', '2026-01')
}, 120_000)
afterAll(() => office.close())

/** Households that came by a roster, each of two people at 900 yuan since 2025-01, in the other street. */
async function roster(): Promise<void> {
  await office.sql(`set session_replication_role = replica`)
  await office.sql(
    `with b as (
       insert into benefit (id, version, division_code, audit_head, audit_seq, number, household_id, application_id, applicant_name, document_masked, residence, member_count, category, state, from_month, to_month, amount_fen, recheck_on, reason)
       select gen_random_uuid(), 1, '${OTHER_STREET}001', '', 1, 'R-' || lpad(n::text, 5, '0'), (select id from household limit 1), null, '名册户', '', 'URBAN', 2, 'A', 'NORMAL', '2025-01', null, 90000, null, '名册导入' from generate_series(1, ${ROSTER}) n
       returning id, division_code)
     insert into benefit_amount (benefit_id, from_month, division_code, amount_fen, member_count, reason) select id, '2025-01', division_code, 90000, 2, '名册导入' from b`,
  )
  await office.sql(`set session_replication_role = default`)
}

async function closeMonths(...months: string[]): Promise<void> {
  await office.sql(`set session_replication_role = replica`)
  for (const month of months)
    await office.sql(
      `insert into disbursement_batch (id, version, division_code, audit_head, audit_seq, number, state, state_since, scheme, kind, month, title, made_by)
       values ($1, 1, '530112', '', 1, $2, 'CLOSED', '2026-01-31', 'SUBSISTENCE_ALLOWANCE', 'REGULAR', $3, '测试批次', '测试')`,
      [newId(), `B-${month}`, month],
    )
  await office.sql(`set session_replication_role = default`)
}

const propose = (value: number, month: string) => office.call(staff.bureauClerk, routes.proposeParameter, { body: { key: KEY, value, effectiveFrom: firstDayOf(month), source: '昆民通〔2026〕1号' } })
async function approved(value: number, month: string): Promise<{ id: string; version: number }> {
  const { body } = await propose(value, month)
  const answer = await office.call(staff.director, routes.approveParameter, { params: { id: body.id }, body: { version: 1, opinion: '同意调整标准' } })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const [row] = await office.sql<{ id: string; version: number }>(`select id, version from standard_change order by number desc limit 1`)
  if (!row) throw new Error('no change came to be')
  return row
}

const settled = () =>
  office.sql<{ amounts: string; arrears: string; reassessments: number }>(
    `select (select md5(string_agg(concat(benefit_id, from_month, sequence, amount_fen, member_count), ',' order by benefit_id, sequence)) from benefit_amount) as amounts,
            (select md5(string_agg(concat(benefit_id, month, amount_fen), ',' order by benefit_id, month)) from payable) as arrears, (select count(*)::int from reassessment) as reassessments`,
  )
const quiet: JobProgress = { report: async () => {}, checkpoint: () => undefined, saveCheckpoint: async () => {} }
/** Dies after so many chunks, as a killed process does: nothing of its memory is left. */
const dyingAfter = (chunks: number): JobProgress => {
  let saved = 0
  return {
    ...quiet,
    saveCheckpoint: async () => {
      saved += 1
      if (saved === chunks) throw new JobCancelled()
    },
  }
}
const apply = (changeId: string, progress = quiet, actor: Actor = staff.head) => office.app.get(ApplyStandardChange).run(actor, { changeId }, progress)

async function waitFor(actor: Actor, id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await office.call(actor, LINE_ROUTES.job, { params: { id } })
    if (body.state === 'done') return
    if (body.state === 'failed' || body.state === 'cancelled') throw new Error(JSON.stringify(body))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the job did not end')
}

describe('a preview', () => {
  it('tells what a standard would make of it, by street, and writes nothing', async () => {
    const [before] = await settled()
    const { body: job } = await office.call(staff.bureauClerk, routes.previewStandard, { body: { key: KEY, value: 70000, effectiveFrom: '2025-12-01' } })
    await waitFor(staff.bureauClerk, job.id)
    const preview = StandardPreview.parse((await office.call(staff.bureauClerk, LINE_ROUTES.jobResult, { params: { id: job.id } })).body)
    expect(preview).toMatchObject({
      oldValue: 63000, effectiveMonth: '2025-12', fromMonth: '2026-02', results: { RULES: 1, ROSTER, UNAFFECTED: 0, KEPT: 0, EXITING: 0 },
      total: { households: ROSTER + 1, people: 2 * ROSTER + 1, changed: ROSTER + 1, beforeFen: 63000 + ROSTER * 90000, afterFen: 70000 + ROSTER * 104000, inArrears: ROSTER + 1, arrearsFen: 2 * (7000 + ROSTER * 14000) },
      streets: [{ name: '西苑街道', households: 1, arrearsFen: 14000 }, { name: '马街街道', households: ROSTER, arrearsFen: ROSTER * 28000 }],
    })
    expect([await settled(), await office.sql('select id from standard_change')]).toEqual([[before], []])
  })

  it.each([
    [{ key: 'subsistence.recheck.a', value: 6, effectiveFrom: '2026-03-01' }, 'standard-not-monthly'],
    [{ key: 'subsistence.nothing', value: 6, effectiveFrom: '2026-03-01' }, 'parameter-unknown'],
    [{ key: KEY, value: 70000, effectiveFrom: '2010-01-01' }, 'parameter-too-far-back'],
  ])('of %j is refused: %s', async (body, code) => expect((await office.call(staff.bureauClerk, routes.previewStandard, { body })).body.code).toBe(code))
})

describe('a new standard of 700, two months late', () => {
  let change: { id: string; version: number }

  it('waits to be applied when it is approved; the rest of a household’s months are closed', async () => {
    change = await approved(70000, '2025-12')
    const [task] = (await office.call(staff.head, routes.findTasks)).body.tasks.filter(({ path }) => path.endsWith('/standard-changes'))
    expect(task).toMatchObject({ state: '待执行', title: '自 2025-12 起执行' })
    expect((await office.call(staff.finance, routes.applyStandard, { params: { id: change.id }, body: { version: 1 } })).body.code).toBe('not-permitted')
    expect((await office.call(staff.head, routes.applyStandard, { params: { id: change.id }, body: { version: 7 } })).body.code).toBe('stale-version')
  })

  it('goes on where it died, and a household that is done is never done again', async () => {
    await expect(apply(change.id, dyingAfter(1))).rejects.toThrow(JobCancelled)
    const halfway = (await office.call(staff.head, routes.getStandardChange, { params: { id: change.id } })).body
    expect([halfway.state, halfway.done, halfway.inScope, halfway.actions]).toEqual(['APPLYING', 200, ROSTER + 1, ['apply']])
    await Promise.all([apply(change.id), apply(change.id, quiet, serviceActor('social-assistance'))])
    const [once] = await settled()
    await apply(change.id)
    expect(await settled()).toEqual([once])
    expect(once?.reassessments).toBe(ROSTER + 1)
  })

  it('came to what the preview said', async () => {
    const { body } = await office.call(staff.head, routes.getStandardChange, { params: { id: change.id } })
    expect(body).toMatchObject({
      state: 'APPLIED', fromMonth: '2026-02', benefits: ROSTER + 1, changed: ROSTER + 1, monthlyDifferenceFen: 7000 + ROSTER * 14000, arrearsFen: 2 * (7000 + ROSTER * 14000),
      total: { households: ROSTER + 1, people: 2 * ROSTER + 1 }, streets: [{ name: '西苑街道', arrearsFen: 14000 }, { name: '马街街道' }],
    })
    expect((await office.call(staff.head, routes.applyStandard, { params: { id: change.id }, body: { version: body.version } })).body.code).toBe('standard-applied')
  })

  it('counts from the first open month, with a line of arrears for each closed one, and says why', async () => {
    const { history, trace } = (await office.call(staff.head, routes.getBenefit, { params: { id: household } })).body
    expect(history).toMatchObject([
      { fromMonth: '2026-02', amountFen: 70000, reason: expect.stringContaining('自2025年12月起为 700.00 元') },
      { fromMonth: '2025-11', toMonth: '2026-01', amountFen: 63000 },
    ])
    expect(trace?.steps.at(-1)).toMatchObject({ outcome: { value: 70000 } })
    const { rows } = (await office.call(staff.clerk, routes.findPayables, { query: { q: '有据' } })).body
    expect(rows.map(({ kind, month, amountFen, standing }) => [kind, month, amountFen, standing])).toEqual(expect.arrayContaining([['ARREARS', '2025-12', 7000, 'OPEN'], ['ARREARS', '2026-01', 7000, 'OPEN']]))
    expect(rows).toHaveLength(2)
  })

  it('is shown household by household', async () => {
    const page = async (query: object) => (await office.call(staff.head, routes.findStandardResults, { params: { id: change.id }, query: { ...query } })).body
    const first = await page({ only: 'CHANGED', limit: 3 })
    expect([first.rows.length, first.rows[0]]).toEqual([3, expect.objectContaining({ beforeFen: 90000, afterFen: 104000, arrearsFen: 28000, needsRecheck: false })])
    expect((await page({ division: '530112001' })).rows).toMatchObject([{ benefitId: household, beforeFen: 63000, afterFen: 70000, arrearsFen: 14000 }])
    expect((await page({ only: 'RECHECK' })).rows).toEqual([])
  })
})

describe('what follows', () => {
  it('corrected once more for the same months, only the rest is owed besides', async () => {
    await apply((await approved(71000, '2025-12')).id)
    const arrears = await office.sql(`select month, array_agg(amount_fen::int order by created_on, amount_fen desc) as fen from payable where benefit_id = $1 group by month order by month`, [household])
    expect(arrears).toEqual([{ month: '2025-12', fen: [7000, 1000] }, { month: '2026-01', fen: [7000, 1000] }])
  })

  it('one for a month to come is applied by itself when its month comes; lower, it owes nobody and takes nothing back', async () => {
    const change = await approved(60000, '2026-04')
    expect((await office.call(staff.head, routes.applyStandard, { params: { id: change.id }, body: { version: change.version } })).body.code).toBe('standard-not-yet')
    await office.advanceTo('2026-04-01')
    expect(await office.sql(`select state, monthly_difference_fen::int as less, arrears_fen::int as arrears from standard_change where id = $1`, [change.id])).toEqual([{ state: 'APPLIED', less: -11000 * (2 * ROSTER + 1), arrears: 0 }])
    expect(await office.sql('select id from recovery')).toEqual([])
  })

  it('every change leaves the sums of its households', async () => {
    await office.app.get(UnitOfWork).perform(staff.head, async (work) => {
      const broken = await work.query(
        `select c.number from standard_change c where c.arrears_fen <> (select coalesce(sum(p.amount_fen), 0) from payable p where p.cause_kind = 'STANDARD_CHANGE' and p.cause_id = c.id)`,
      )
      expect(broken).toEqual([])
    })
  })
})
